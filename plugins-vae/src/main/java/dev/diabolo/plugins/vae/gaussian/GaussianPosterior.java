package dev.diabolo.plugins.vae.gaussian;

import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link GaussianPosteriorProvider}. */
record GaussianPosterior(GaussianPosteriorOptions options) implements Posterior {
    @Override
    public TensorSpec code(TensorSpec features) {
        return TensorSpec.of(options.size());
    }

    @Override
    public Latent infer(GraphScope scope, Tensor features) {
        Tensor seen = Layers.hidden(
                scope, "layer", features, options.hidden(), options.activation(), options.initialisation());
        Tensor mean = Layers.dense(scope, "mean", seen, options.size(), options.initialisation());
        Tensor unbounded = Layers.dense(scope, "log-variance", seen, options.size(), options.initialisation());
        Tensor logVariance = unbounded.with(new SoftBound(options.logVarianceBound()).apply(unbounded.variable()));
        Tensor noise = scope.noise("sample", NoiseKind.STANDARD_NORMAL, mean.spec());
        SDVariable deviation = scope.graph().math().exp(logVariance.variable().mul(0.5));
        SDVariable sample = mean.variable().add(deviation.mul(noise.variable()));
        return new Latent.Gaussian(mean, logVariance, mean.with(sample));
    }
}
