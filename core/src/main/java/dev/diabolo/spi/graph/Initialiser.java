package dev.diabolo.spi.graph;

import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;

/**
 * How a parameter gets its first values. Values are drawn by the engine from the run's seed and the parameter's name,
 * so that they do not depend on the order in which parameters are made.
 */
public sealed interface Initialiser {
    /** Every value the same. */
    record Constant(double value) implements Initialiser {}

    /** Uniform on {@code [low, high)}. */
    record Uniform(double low, double high) implements Initialiser {}

    /** Normal. */
    record Normal(double mean, double standardDeviation) implements Initialiser {}

    /**
     * Values from elsewhere, such as a file: asked for once, when training begins, and never where a model is loaded.
     *
     * @param values in row-major order, as many as the parameter has
     */
    record Given(Supplier<float[]> values) implements Initialiser {}

    /**
     * By what is learnt from, once, when training begins: a function of the mean that each number of an example has over the training
     * data, as they are scaled. The parameter has as many values as an example of the data. Where there are no data, as where a
     * component is checked alone, the function of {@link #WITHOUT_DATA}.
     */
    record OfMean(DoubleUnaryOperator function) implements Initialiser {
        /** The middle of scaled data. */
        public static final double WITHOUT_DATA = 0.5;
    }

    /** All zeros: the usual first value of a bias. */
    static Initialiser zeros() {
        return new Constant(0);
    }

    /** All ones. */
    static Initialiser ones() {
        return new Constant(1);
    }
}
