package dev.diabolo.plugins.vae.fixedgaussian;

import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link FixedGaussianPosteriorProvider}. */
record FixedGaussianPosterior(FixedGaussianPosteriorOptions options) implements Posterior {
    @Override
    public TensorSpec code(TensorSpec features) {
        return TensorSpec.of(options.size());
    }

    @Override
    public Latent infer(GraphScope scope, Tensor features) {
        Tensor mean = mean(scope, features);
        SDVariable logVariance = mean.variable().mul(0).add(2 * Math.log(options.deviation()));
        SDVariable noise = scope.noise("sample", NoiseKind.STANDARD_NORMAL, mean.spec())
                .variable()
                .mul(options.deviation());
        return new Latent.Gaussian(
                mean, mean.with(logVariance), mean.with(mean.variable().add(noise)));
    }

    private Tensor mean(GraphScope scope, Tensor features) {
        if (options.spread() == 0) {
            return Layers.dense(scope, "mean", features, options.size(), options.initialisation());
        }
        Tensor linear = Layers.linear(scope, "mean", features, options.size(), options.initialisation());
        SDVariable unit = new UnitSpread(scope.child("spread"), options.size()).of(linear.variable());
        return linear.with(unit.mul(options.spreadOfMeans()));
    }
}
