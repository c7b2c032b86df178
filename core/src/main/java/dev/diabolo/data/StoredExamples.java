package dev.diabolo.data;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Examples that stay in a file; labels are in memory. Safe to read from several threads. */
final class StoredExamples implements RowTable {
    private final TensorSpec spec;
    private final StoredValues values;
    private final int @Nullable [] labels;
    /** Found on the first question; two threads that ask at once find the same. */
    private volatile @Nullable ValueRange range;

    StoredExamples(TensorSpec spec, StoredValues values, int @Nullable [] labels, @Nullable ValueRange range) {
        this.spec = spec;
        this.values = values;
        this.labels = labels;
        this.range = range;
        if (values.width() != spec.size() || (labels != null && labels.length != values.rows())) {
            throw new IllegalArgumentException(values.width() + " values in a row are no examples of " + spec);
        }
    }

    /**
     * Examples of a file that somebody else wrote, whose values are checked in one pass that also finds their range.
     *
     * @throws dev.diabolo.spi.error.DiaboloException (USER) for the first value that is not finite, with row and column
     */
    static StoredExamples checked(String where, TensorSpec spec, StoredValues values) {
        boolean alwaysFinite = values.type().isWhole();
        return new StoredExamples(spec, values, null, alwaysFinite ? null : finiteRange(where, values));
    }

    private static ValueRange finiteRange(String where, StoredValues values) {
        float[] row = new float[values.width()];
        float min = ValueRange.NONE.min();
        float max = ValueRange.NONE.max();
        for (int i = 0; i < values.rows(); i++) {
            values.read(i, row, 0);
            for (int column = 0; column < row.length; column++) {
                if (!Float.isFinite(row[column])) {
                    throw DataErrors.notFinite(where, i, column, row[column]);
                }
                min = Math.min(min, row[column]);
                max = Math.max(max, row[column]);
            }
        }
        return new ValueRange(min, max);
    }

    @Override
    public Examples withLabels(int[] ofRows) {
        return new StoredExamples(spec, values, ofRows, range);
    }

    /** The range of all values. */
    ValueRange range() {
        ValueRange known = range;
        if (known == null) {
            known = ValueRange.read(this);
            range = known;
        }
        return known;
    }

    @Override
    public TensorSpec spec() {
        return spec;
    }

    @Override
    public int size() {
        return values.rows();
    }

    @Override
    public void read(int index, float[] target, int offset) {
        read(index, 0, values.width(), target, offset);
    }

    @Override
    public void read(int index, int from, int count, float[] target, int offset) {
        values.read(Objects.checkIndex(index, values.rows()), from, count, target, offset);
    }

    @Override
    public boolean inMemory() {
        return false;
    }

    @Override
    public boolean labelled() {
        return labels != null;
    }

    @Override
    public int label(int index) {
        if (labels == null) {
            throw new IllegalStateException("these examples have no labels");
        }
        return labels[index];
    }
}
