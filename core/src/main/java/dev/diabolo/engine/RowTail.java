package dev.diabolo.engine;

import dev.diabolo.spi.graph.TensorSpec;

/**
 * What follows the values of each example in its row: its label, one-hot, or zeros where it is not known; then the numbers of whatever else
 * the model is conditioned on.
 *
 * @param classes values of the label; 0 where labels are of no concern
 * @param conditions numbers behind the label
 * @param labelsCondition whether posterior and decoder are given the label too; else the loss alone is
 */
public record RowTail(int classes, int conditions, boolean labelsCondition) {
    /** Nothing. */
    public static final RowTail NONE = new RowTail(0, 0, false);

    public RowTail {
        if (classes < 0 || conditions < 0 || labelsCondition && classes == 0) {
            throw new IllegalArgumentException(classes + " classes and " + conditions + " conditions are no tail");
        }
    }

    /** A label alone, which the loss alone is given. */
    public static RowTail labels(int classes) {
        return new RowTail(classes, 0, false);
    }

    /** How many values it has. */
    public int size() {
        return classes + conditions;
    }

    /** How many of its last values posterior and decoder are given. */
    int given() {
        return labelsCondition ? size() : conditions;
    }

    /** Its shape, where it has any values. */
    TensorSpec spec() {
        return TensorSpec.of(size());
    }
}
