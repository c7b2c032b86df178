package dev.diabolo.data;

import java.nio.ByteBuffer;

/** How one number is laid out in a binary file. */
enum ElementType {
    BOOLEAN(1),
    UNSIGNED_BYTE(1),
    SIGNED_BYTE(1),
    UNSIGNED_SHORT(2),
    SHORT(2),
    UNSIGNED_INT(4),
    INT(4),
    UNSIGNED_LONG(8),
    LONG(8),
    HALF(2),
    FLOAT(4),
    DOUBLE(8);

    private final int width;

    ElementType(int width) {
        this.width = width;
    }

    /** Bytes of one number. */
    int width() {
        return width;
    }

    /** Whether every number is a whole one of 0 to 255. */
    boolean fitsUnsignedByte() {
        return this == BOOLEAN || this == UNSIGNED_BYTE;
    }

    /** Whether every number is a whole one, and so finite as a float too. */
    boolean isWhole() {
        return this != HALF && this != FLOAT && this != DOUBLE;
    }

    /** The next number of a buffer, in that buffer's byte order. */
    double read(ByteBuffer buffer) {
        return switch (this) {
            case BOOLEAN -> buffer.get() == 0 ? 0 : 1;
            case UNSIGNED_BYTE -> buffer.get() & 0xFF;
            case SIGNED_BYTE -> buffer.get();
            case UNSIGNED_SHORT -> buffer.getShort() & 0xFFFF;
            case SHORT -> buffer.getShort();
            case UNSIGNED_INT -> buffer.getInt() & 0xFFFF_FFFFL;
            case INT -> buffer.getInt();
            case UNSIGNED_LONG -> unsigned(buffer.getLong());
            case LONG -> buffer.getLong();
            case HALF -> half(buffer.getShort());
            case FLOAT -> buffer.getFloat();
            case DOUBLE -> buffer.getDouble();
        };
    }

    /** Halving keeps the lowest bit "sticky", so that the one rounding is the right one. */
    private static double unsigned(long bits) {
        return bits >= 0 ? bits : 2.0 * ((bits >>> 1) | (bits & 1));
    }

    /** IEEE 754 binary16; the JDK has this only from version 20 on. */
    private static double half(short bits) {
        int exponent = (bits >> 10) & 0x1F;
        int fraction = bits & 0x3FF;
        double magnitude = switch (exponent) {
            case 0 -> fraction * 0x1p-24;
            case 0x1F -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
            default -> Math.scalb(1 + fraction * 0x1p-10, exponent - 15);
        };
        return bits < 0 ? -magnitude : magnitude;
    }
}
