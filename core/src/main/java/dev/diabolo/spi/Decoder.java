package dev.diabolo.spi;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;

/** A network from codes to raw values. What the raw values mean is for a {@link Likelihood} to say. */
public interface Decoder {
    /**
     * Builds the network.
     *
     * @param code shape {@code [batch, code...]}
     * @param output the shape that is asked for
     * @return raw, unbounded values of shape {@code [batch, output...]}
     * @throws dev.diabolo.spi.error.DiaboloException (USER) where it cannot give that shape, with both shapes
     */
    Tensor decode(GraphScope scope, Tensor code, TensorSpec output);
}
