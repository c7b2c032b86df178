package dev.diabolo.data;

import dev.diabolo.spi.data.ExamplesView;
import dev.diabolo.spi.graph.TensorSpec;

/** See {@link RowTable#columns}. */
record RowPart(RowTable source, int from, TensorSpec spec) implements ExamplesView {
    @Override
    public void read(int index, float[] target, int offset) {
        source.read(index, from, spec.size(), target, offset);
    }
}
