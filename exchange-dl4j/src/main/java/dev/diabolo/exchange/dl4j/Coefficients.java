package dev.diabolo.exchange.dl4j;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/**
 * The weights of a model file, one after the other, as {@code Nd4j.write} writes a row: allocation mode, length and type of the
 * shape's numbers, those numbers, then the same of the values; everything big-endian.
 *
 * <p>Read here and not by ND4J, which makes room for as many values as the file claims to have. Nothing is made room for before
 * the claim is checked.
 */
final class Coefficients {
    /** Those of ND4J since 1.0.0-beta4; older ones write lengths of 32 bits. */
    private static final Set<String> MODES = Set.of("LONG_SHAPE", "MIXED_DATA_TYPES");

    /** Numbers that describe the shape of a row: rank, 2 sizes, 2 strides, and 3 more; a vector has 2 fewer. */
    private static final int MOST_SHAPE_NUMBERS = 8;

    private final DataInputStream in;
    private final int bytes;

    private Coefficients(DataInputStream in, int bytes) {
        this.in = in;
        this.bytes = bytes;
    }

    /**
     * Reads what stands before the values.
     *
     * @param count how many values the layers have
     * @param available how many bytes there can be
     * @throws IOException where it is no such array, or one of another length; its message says which
     */
    static Coefficients open(InputStream stream, long count, long available) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        try {
            long shapeNumbers = length(in);
            if (!in.readUTF().equals("LONG") || shapeNumbers < 0 || shapeNumbers > MOST_SHAPE_NUMBERS) {
                throw new IOException("its weights are not one row");
            }
            in.skipNBytes(shapeNumbers * Long.BYTES);
            long values = length(in);
            String type = in.readUTF();
            int bytes = width(type);
            if (values != count) {
                throw new IOException("it has " + values + " weights, and its layers have " + count);
            }
            if (values > available / bytes) {
                throw new EOFException("its weights are cut short");
            }
            return new Coefficients(in, bytes);
        } catch (EOFException e) {
            throw new EOFException("its weights are cut short");
        }
    }

    private static long length(DataInputStream in) throws IOException {
        if (!MODES.contains(in.readUTF())) {
            throw new IOException("its weights are in a form of an older version");
        }
        return in.readLong();
    }

    private static int width(String type) throws IOException {
        return switch (type) {
            case "FLOAT" -> Float.BYTES;
            case "DOUBLE" -> Double.BYTES;
            default -> throw new IOException("its weights are of type " + type + "; FLOAT and DOUBLE can be read");
        };
    }

    /** The next values. */
    float[] next(int count) throws IOException {
        float[] values = new float[count];
        try {
            for (int i = 0; i < count; i++) {
                values[i] = bytes == Float.BYTES ? in.readFloat() : (float) in.readDouble();
            }
        } catch (EOFException e) {
            throw new EOFException("its weights are cut short");
        }
        return values;
    }
}
