package dev.diabolo.data;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.data.ExamplesView;
import java.util.Objects;

/**
 * Examples seen through a scaling. Nothing is copied: values are scaled as they are read.
 *
 * @param source in its own units
 * @param scaling applied to every value
 */
public record ScaledExamples(Examples source, Scaling scaling) implements ExamplesView {
    public ScaledExamples {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(scaling, "scaling");
    }

    @Override
    public void read(int index, float[] target, int offset) {
        source.read(index, target, offset);
        scaling.apply(target, offset, spec().size());
    }
}
