package dev.diabolo.spi.graph;

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

    /** All zeros: the usual first value of a bias. */
    static Initialiser zeros() {
        return new Constant(0);
    }

    /** All ones. */
    static Initialiser ones() {
        return new Constant(1);
    }
}
