package dev.diabolo.data;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;

/**
 * Some of the values of each example, as a vector; a view.
 *
 * @param from the first of them, from 0
 * @param count how many
 */
public record RowPart(Examples rows, int from, int count) implements Examples {
    @Override
    public TensorSpec spec() {
        return TensorSpec.of(count);
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public void read(int index, float[] target, int offset) {
        float[] row = new float[rows.spec().size()];
        rows.read(index, row, 0);
        System.arraycopy(row, from, target, offset, count);
    }

    @Override
    public boolean inMemory() {
        return rows.inMemory();
    }

    @Override
    public boolean labelled() {
        return rows.labelled();
    }

    @Override
    public int label(int index) {
        return rows.label(index);
    }
}
