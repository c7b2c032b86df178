package dev.diabolo.plugins.vae.flow;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import org.nd4j.autodiff.samediff.SDVariable;

/** A family of invertible transformations of codes. */
interface Flow {
    /**
     * The transformation for each example's features.
     *
     * @param number of the flow in its chain, from 0
     */
    Transformation of(GraphScope scope, Tensor features, FlowPosteriorOptions options, int number);

    /** An invertible transformation of codes, shape {@code [rows, size]}. */
    @FunctionalInterface
    interface Transformation {
        Step apply(SDVariable code);
    }

    /**
     * What became of codes.
     *
     * @param code shape {@code [rows, size]}
     * @param logDeterminant the logarithm of the absolute value of the Jacobian's determinant, shape {@code [rows]}
     */
    record Step(SDVariable code, SDVariable logDeterminant) {}
}
