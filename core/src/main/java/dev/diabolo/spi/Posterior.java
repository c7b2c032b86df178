package dev.diabolo.spi;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;

/** Turns features into a code: a point, a distribution, entries of a codebook. */
public interface Posterior {
    /**
     * The shape of the code for features of a shape; no graph is built.
     *
     * @throws dev.diabolo.spi.error.DiaboloException (USER) where it cannot use such features, with both shapes
     */
    TensorSpec code(TensorSpec features);

    /**
     * Builds the code.
     *
     * @param features shape {@code [batch, features...]}
     * @return a latent whose mode and sample have shape {@code [batch, code(features)...]}
     */
    Latent infer(GraphScope scope, Tensor features);
}
