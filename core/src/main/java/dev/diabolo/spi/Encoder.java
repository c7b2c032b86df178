package dev.diabolo.spi;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;

/** A network from data to features. What the features mean is for a {@link Posterior} to say. */
public interface Encoder {
    /**
     * The shape of the features for data of a shape; no graph is built.
     *
     * @throws dev.diabolo.spi.error.DiaboloException (USER) where it cannot encode such data, with both shapes
     */
    TensorSpec features(TensorSpec data);

    /**
     * Whether codes tell of the data. A model that only generates has an encoder that says no: it refuses to encode and to
     * reconstruct, and its reconstructions are not measured.
     */
    default boolean encodes() {
        return true;
    }

    /**
     * Builds the network.
     *
     * @param input shape {@code [batch, data...]}
     * @return shape {@code [batch, features(data)...]}
     */
    Tensor encode(GraphScope scope, Tensor input);
}
