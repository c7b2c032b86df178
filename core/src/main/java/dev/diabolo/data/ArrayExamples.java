package dev.diabolo.data;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Examples held in memory. Immutable, so safe to read from several threads. */
final class ArrayExamples implements RowTable {
    private final TensorSpec spec;
    private final Values values;
    private final int @Nullable [] labels;
    private final int size;
    private final int width;

    ArrayExamples(TensorSpec spec, Values values, int @Nullable [] labels) {
        this.spec = spec;
        this.values = values;
        this.labels = labels;
        this.width = spec.size();
        this.size = values.length() / width;
        if ((long) size * width != values.length() || (labels != null && labels.length != size)) {
            throw new IllegalArgumentException(values.length() + " values do not make whole examples of " + spec);
        }
    }

    @Override
    public Examples withLabels(int[] ofRows) {
        return new ArrayExamples(spec, values, ofRows);
    }

    /** The same examples, scaled; the values are shared. */
    Examples scaled(Scaling scaling) {
        if (!(values instanceof Values.Bytes bytes)) {
            return new ScaledExamples(this, scaling);
        }
        float[] entries = new float[256];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = i;
        }
        scaling.apply(entries);
        return new ArrayExamples(spec, new Values.Table(bytes.values(), entries), labels);
    }

    @Override
    public TensorSpec spec() {
        return spec;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void read(int index, float[] target, int offset) {
        read(index, 0, width, target, offset);
    }

    @Override
    public void read(int index, int from, int count, float[] target, int offset) {
        values.copyTo(Objects.checkIndex(index, size) * width + from, target, offset, count);
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
