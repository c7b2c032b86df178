package dev.diabolo.cli;

import dev.diabolo.spi.data.ConditionColumn;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.List;

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

    @Override
    public boolean labelled() {
        return all.labelled();
    }

    @Override
    public int label(int index) {
        return all.label(index);
    }

    @Override
    public List<ConditionColumn> conditions() {
        return all.conditions();
    }

    @Override
    public void readConditions(int index, float[] target, int offset) {
        all.readConditions(index, target, offset);
    }
}
