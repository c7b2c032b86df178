package dev.diabolo.data;

import dev.diabolo.spi.graph.TensorSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Collects examples whose number nobody knows. For one thread. */
public final class ExampleSpool implements AutoCloseable {
    private final String where;
    private final Storage storage;
    private final ConversionKey key;
    private final boolean bytes;
    private final List<float[]> floatRows = new ArrayList<>();
    private final List<byte[]> byteRows = new ArrayList<>();
    private final IntStream.Builder labels = IntStream.builder();
    private @Nullable TensorSpec spec;
    private @Nullable Conversion conversion;
    private long size;
    private long labelled;

    ExampleSpool(String where, Storage storage, ConversionKey key, boolean bytes) {
        this.where = where;
        this.storage = storage;
        this.key = key;
        this.bytes = bytes;
    }

    /** How many examples there are so far. */
    public long size() {
        return size;
    }

    /** Adds an example without a label. */
    public void add(TensorSpec shape, float[] values) throws IOException {
        TensorSpec expected = spec == null ? shape : spec;
        spec = expected;
        if (!expected.equals(shape) || values.length != expected.size()) {
            throw new IllegalArgumentException(
                    values.length + " values of " + shape + " among examples of " + expected);
        }
        size++;
        if (conversion != null) {
            write(conversion, values);
        } else if (storage.inMemory(size * values.length * (bytes ? 1 : Float.BYTES))) {
            keep(values);
        } else {
            spill(values);
        }
    }

    /** Adds an example with a label; all have one, or none. */
    public void add(TensorSpec shape, float[] values, int label) throws IOException {
        labels.add(label);
        labelled++;
        add(shape, values);
    }

    private void keep(float[] values) {
        if (size * values.length > FloatList.MAXIMUM) {
            throw DataErrors.tooLarge(where, size * values.length);
        }
        if (bytes) {
            byteRows.add(narrow(values));
        } else {
            floatRows.add(values.clone());
        }
    }

    private void spill(float[] values) throws IOException {
        Conversion begun = storage.cache().conversion(key);
        conversion = begun;
        for (byte[] row : byteRows) {
            for (byte value : row) {
                begun.addByte(value & 0xFF);
            }
        }
        for (float[] row : floatRows) {
            begun.add(row, row.length);
        }
        byteRows.clear();
        floatRows.clear();
        write(begun, values);
    }

    private void write(Conversion target, float[] values) throws IOException {
        if (bytes) {
            for (float value : values) {
                target.addByte((int) value);
            }
        } else {
            target.add(values, values.length);
        }
    }

    private static byte[] narrow(float[] values) {
        byte[] row = new byte[values.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = (byte) (int) values[i];
        }
        return row;
    }

    RowTable examples() throws IOException {
        if (spec == null) {
            throw DataErrors.empty(where);
        }
        if (labelled != 0 && labelled != size || size > FloatList.MAXIMUM) {
            throw new IllegalStateException(labelled + " labels for " + size + " examples");
        }
        int[] all = labelled == 0 ? null : labels.build().toArray();
        if (conversion != null) {
            return conversion.finish(bytes ? ElementType.UNSIGNED_BYTE : ElementType.FLOAT, (int) size, spec, all);
        }
        return new ArrayExamples(spec, bytes ? joinedBytes(spec.size()) : joinedFloats(spec.size()), all);
    }

    private Values joinedBytes(int width) {
        byte[] joined = new byte[(int) size * width];
        for (int i = 0; i < byteRows.size(); i++) {
            System.arraycopy(byteRows.get(i), 0, joined, i * width, width);
        }
        return new Values.Bytes(joined);
    }

    private Values joinedFloats(int width) {
        float[] joined = new float[(int) size * width];
        for (int i = 0; i < floatRows.size(); i++) {
            System.arraycopy(floatRows.get(i), 0, joined, i * width, width);
        }
        return new Values.Floats(joined);
    }

    @Override
    public void close() throws IOException {
        if (conversion != null) {
            conversion.close();
        }
    }
}
