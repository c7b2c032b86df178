package dev.diabolo.data;

import dev.diabolo.spi.data.ConditionColumn;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.List;
import java.util.Objects;

/**
 * Examples seen through a scaling. Nothing is copied: values are scaled as they are read.
 *
 * @param source in its own units
 * @param scaling applied to every value
 */
public record ScaledExamples(Examples source, Scaling scaling) implements Examples {
    public ScaledExamples {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(scaling, "scaling");
    }

    @Override
    public TensorSpec spec() {
        return source.spec();
    }

    @Override
    public int size() {
        return source.size();
    }

    @Override
    public void read(int index, float[] target, int offset) {
        source.read(index, target, offset);
        scaling.apply(target, offset, spec().size());
    }

    @Override
    public boolean inMemory() {
        return source.inMemory();
    }

    @Override
    public boolean labelled() {
        return source.labelled();
    }

    @Override
    public int label(int index) {
        return source.label(index);
    }

    @Override
    public List<ConditionColumn> conditions() {
        return source.conditions();
    }

    @Override
    public void readConditions(int index, float[] target, int offset) {
        source.readConditions(index, target, offset);
    }
}
