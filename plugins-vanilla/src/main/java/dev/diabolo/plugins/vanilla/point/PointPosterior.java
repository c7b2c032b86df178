package dev.diabolo.plugins.vanilla.point;

import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;

/** See {@link PointPosteriorProvider}. */
record PointPosterior(PointPosteriorOptions options) implements Posterior {
    @Override
    public TensorSpec code(TensorSpec features) {
        return TensorSpec.of(options.size());
    }

    @Override
    public Latent infer(GraphScope scope, Tensor features) {
        Tensor code = Layers.dense(scope, "code", features, options.size(), options.initialisation());
        return new Latent.Point(
                code.with(options.activation().apply(code.variable())), options.activation() == Activation.SIGMOID);
    }
}
