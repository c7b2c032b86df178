package dev.diabolo.data;

import dev.diabolo.spi.graph.TensorSpec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The layout of a converted file, little-endian: a header of 64 bytes, the rows as unsigned bytes or 32-bit floats, and a
 * 32-bit label for each row where there are labels.
 *
 * @param type {@link ElementType#UNSIGNED_BYTE} or {@link ElementType#FLOAT}
 * @param spec the shape of a row
 * @param range of all values
 */
record ConvertedFile(ElementType type, int rows, TensorSpec spec, boolean labelled, ValueRange range) {
    static final int HEADER = 64;

    /** "DIABOLOR", the R for rows. */
    private static final long MAGIC = 0x524F_4C4F_4241_4944L;

    private static final int MOST_DIMENSIONS = 3;

    /** Opens a file; empty where it is not, or not wholly, one of this layout. */
    static Optional<StoredExamples> open(Path path) throws IOException {
        PositionalFile file = new PositionalFile(path);
        if (file.length() < HEADER) {
            return Optional.empty();
        }
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        file.read(header, 0);
        Optional<ConvertedFile> layout = parse(header.flip());
        return layout.filter(found -> found.length() == file.length()).map(found -> found.examples(file));
    }

    private static Optional<ConvertedFile> parse(ByteBuffer header) {
        if (header.getLong() != MAGIC) {
            return Optional.empty();
        }
        ElementType type = header.getInt() == 1 ? ElementType.UNSIGNED_BYTE : ElementType.FLOAT;
        boolean labelled = header.getInt() == 1;
        int rows = header.getInt();
        int rank = header.getInt();
        if (rows < 1 || rank < 1 || rank > MOST_DIMENSIONS) {
            return Optional.empty();
        }
        long[] shape = new long[rank];
        Arrays.setAll(shape, axis -> header.getInt());
        header.position(HEADER - 2 * Float.BYTES);
        ValueRange range = new ValueRange(header.getFloat(), header.getFloat());
        return Optional.of(new ConvertedFile(type, rows, TensorSpec.of(shape), labelled, range));
    }

    ByteBuffer header() {
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(MAGIC).putInt(type.width()).putInt(labelled ? 1 : 0);
        header.putInt(rows).putInt(spec.rank());
        for (long size : spec.shape()) {
            header.putInt((int) size);
        }
        header.position(HEADER - 2 * Float.BYTES);
        return header.putFloat(range.min()).putFloat(range.max()).flip();
    }

    private long length() {
        return labelsAt() + (labelled ? (long) rows * Integer.BYTES : 0);
    }

    private long labelsAt() {
        return HEADER + (long) rows * spec.size() * type.width();
    }

    private StoredExamples examples(PositionalFile file) {
        StoredValues values = new StoredValues(file, HEADER, type, ByteOrder.LITTLE_ENDIAN, rows, spec.size());
        return new StoredExamples(spec, values, labelled ? labels(file) : null, range);
    }

    private int[] labels(PositionalFile file) {
        int[] labels = new int[rows];
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        int perRead = bytes.capacity() / Integer.BYTES;
        for (int first = 0; first < rows; first += perRead) {
            int count = Math.min(perRead, rows - first);
            bytes.clear().limit(count * Integer.BYTES);
            file.read(bytes, labelsAt() + (long) first * Integer.BYTES);
            bytes.flip().asIntBuffer().get(labels, first, count);
        }
        return labels;
    }
}
