package dev.diabolo.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the numbers that follow a header. A header is believed only as far as bytes really arrive: memory grows with
 * what was read, so that a short file which announces terabytes costs nothing.
 */
final class ArrayDecoder {
    private static final int CHUNK = 1 << 16;

    private ArrayDecoder() {}

    /**
     * The array.
     *
     * @param payload positioned behind the header; must end exactly where the array does
     */
    static NumericArray decode(Payload payload, ArrayHeader header) throws IOException {
        String where = payload.where();
        List<Integer> shape = header.shape(where);
        int count = requireRoom(where, header);
        int capacity = believedCapacity(payload, header, count);
        Values values = header.type().fitsUnsignedByte()
                ? bytes(payload.in(), where, header.type(), count, capacity)
                : floats(payload.in(), where, header.type(), header.order(), count, capacity);
        requireEnd(payload, header);
        if (header.columnMajor() && shape.size() > 1) {
            values = ColumnMajor.toRowMajor(shape, values);
        }
        requireFinite(where, header.rowWidth(where), values);
        return NumericArray.of(where, shape, values);
    }

    /** Refuses what comes behind the last value. */
    static void requireEnd(Payload payload, ArrayHeader header) throws IOException {
        if (payload.in().read() != -1) {
            throw DataErrors.sizeMismatch(
                    payload.where(),
                    NumericArray.text(header.shape(payload.where())) + " values of "
                            + header.type().width() + " bytes",
                    "more bytes than that");
        }
    }

    private static int requireRoom(String where, ArrayHeader header) {
        if (header.count() > FloatList.MAXIMUM) {
            throw DataErrors.tooLarge(where, header.count());
        }
        if (header.bytesInMemory() > Runtime.getRuntime().maxMemory()) {
            throw DataErrors.memory(where, header.bytesInMemory());
        }
        return (int) header.count();
    }

    /** How much to allocate at first: everything where the length of the file bears the header out. */
    private static int believedCapacity(Payload payload, ArrayHeader header, int count) {
        if (payload.length() < 0) {
            return Math.min(count, CHUNK);
        }
        header.requireLength(payload.where(), payload.length());
        return payload.lengthTrusted() ? count : Math.min(count, CHUNK);
    }

    private static Values bytes(InputStream in, String where, ElementType type, int count, int capacity)
            throws IOException {
        byte[] values = new byte[capacity];
        int size = 0;
        while (size < count) {
            if (size == values.length) {
                values = Arrays.copyOf(values, Math.min(count, FloatList.grown(size)));
            }
            int read = in.read(values, size, values.length - size);
            if (read < 0) {
                throw DataErrors.sizeMismatch(where, count + " values", "only " + size);
            }
            size += read;
        }
        if (type == ElementType.BOOLEAN) {
            for (int i = 0; i < count; i++) {
                values[i] = (byte) (values[i] == 0 ? 0 : 1);
            }
        }
        return new Values.Bytes(values);
    }

    private static Values floats(
            InputStream in, String where, ElementType type, ByteOrder order, int count, int capacity)
            throws IOException {
        FloatList values = new FloatList(capacity);
        byte[] chunk = new byte[CHUNK];
        ByteBuffer buffer = ByteBuffer.wrap(chunk).order(order);
        while (values.size() < count) {
            int wanted = (int) Math.min(chunk.length, (long) (count - values.size()) * type.width());
            int read = in.readNBytes(chunk, 0, wanted);
            buffer.clear().limit(read);
            while (buffer.remaining() >= type.width()) {
                values.add((float) type.read(buffer));
            }
            if (read < wanted) {
                throw DataErrors.sizeMismatch(where, count + " values", "only " + values.size());
            }
        }
        return new Values.Floats(values.toArray());
    }

    private static void requireFinite(String where, int width, Values values) {
        if (!(values instanceof Values.Floats floats)) {
            return;
        }
        float[] array = floats.values();
        for (int i = 0; i < array.length; i++) {
            if (!Float.isFinite(array[i])) {
                throw DataErrors.notFinite(where, i / width, i % width, array[i]);
            }
        }
    }
}
