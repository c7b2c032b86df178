package dev.diabolo.engine;

import dev.diabolo.spi.graph.TensorSpec;

/**
 * What a model knows of labels. Each of its examples is then followed by one value for each class: one 1 among zeros, or
 * zeros alone where the label is not known.
 *
 * @param count how many classes there are, at least 1
 * @param conditioning whether posterior and decoder are given them; else only the loss is
 */
public record ClassLabels(int count, boolean conditioning) {
    public ClassLabels {
        if (count < 1) {
            throw new IllegalArgumentException("a model with labels has at least one class, not " + count);
        }
    }

    /** The shape of one example's label. */
    TensorSpec spec() {
        return TensorSpec.of(count);
    }
}
