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
     * @param headerBytes the length of that header
     * @param sizes the shape; none negative
     * @param columnMajor whether the first axis varies fastest in the file
     */
    static NumericArray decode(
            Payload payload, int headerBytes, List<Long> sizes, ElementType type, ByteOrder order, boolean columnMajor)
            throws IOException {
        String where = payload.where();
        InputStream in = payload.in();
        List<Integer> shape = checkedShape(where, sizes, type);
        int count = shape.stream().reduce(1, (a, b) -> a * b);
        int capacity = believedCapacity(payload, headerBytes, shape, count, type);
        Values values = type.fitsUnsignedByte()
                ? bytes(in, where, type, count, capacity)
                : floats(in, where, type, order, count, capacity);
        if (in.read() != -1) {
            throw DataErrors.sizeMismatch(
                    where, NumericArray.text(shape) + " values of " + type.width() + " bytes", "more bytes than that");
        }
        if (columnMajor && shape.size() > 1) {
            values = ColumnMajor.toRowMajor(shape, values);
        }
        requireFinite(where, shape, values);
        return new NumericArray(where, shape, values);
    }

    private static List<Integer> checkedShape(String where, List<Long> sizes, ElementType type) {
        long count = 1;
        for (long size : sizes) {
            if (size == 0) {
                throw DataErrors.empty(where);
            }
            count = size > FloatList.MAXIMUM ? Long.MAX_VALUE : Math.multiplyExact(count, size);
            if (count > FloatList.MAXIMUM) {
                throw DataErrors.tooLarge(where, count);
            }
        }
        long needed = count * (type.fitsUnsignedByte() ? 1 : Float.BYTES);
        if (needed > Runtime.getRuntime().maxMemory()) {
            throw DataErrors.memory(where, needed);
        }
        return sizes.stream().map(Long::intValue).toList();
    }

    /** How much to allocate at first: everything where the length of the file bears the header out. */
    private static int believedCapacity(
            Payload payload, int headerBytes, List<Integer> shape, int count, ElementType type) {
        if (payload.length() < 0) {
            return Math.min(count, CHUNK);
        }
        long announced = (long) count * type.width();
        long present = payload.length() - headerBytes;
        if (announced != present) {
            throw DataErrors.sizeMismatch(
                    payload.where(),
                    NumericArray.text(shape) + " values, " + announced + " bytes",
                    present + " bytes behind it");
        }
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

    private static void requireFinite(String where, List<Integer> shape, Values values) {
        if (!(values instanceof Values.Floats floats)) {
            return;
        }
        float[] array = floats.values();
        for (int i = 0; i < array.length; i++) {
            if (!Float.isFinite(array[i])) {
                int width = array.length / shape.get(0);
                String place = where + ", row " + (i / width + 1) + ", column " + (i % width + 1);
                throw DataErrors.notFinite(place, Float.toString(array[i]));
            }
        }
    }
}
