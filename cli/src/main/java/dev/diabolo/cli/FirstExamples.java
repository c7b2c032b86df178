package dev.diabolo.cli;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;

/** The first of some examples. */
record FirstExamples(Examples all, int size) implements Examples {
    @Override
    public TensorSpec spec() {
        return all.spec();
    }

    @Override
    public void read(int index, float[] target, int offset) {
        all.read(index, target, offset);
    }
}
