package dev.diabolo.plugins.vanilla.features;

import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;

/** See {@link FeaturesPosteriorProvider}. */
final class FeaturesPosterior implements Posterior {
    @Override
    public TensorSpec code(TensorSpec features) {
        return features;
    }

    @Override
    public Latent infer(GraphScope scope, Tensor features) {
        return new Latent.Point(features);
    }
}
