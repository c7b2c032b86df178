package dev.diabolo.plugins.vae.fixedgaussian;

import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.graph.BatchStandardisation;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link FixedGaussianPosteriorProvider}. */
record FixedGaussianPosterior(FixedGaussianPosteriorOptions options) implements Posterior {
    /** Without a gain and a bias, with which codes could leave again. */
    private static final BatchStandardisation UNIT = new BatchStandardisation(0.01, "codes of a given spread");

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
        Tensor unit = UNIT.apply(scope.child("spread"), linear);
        return linear.with(unit.variable().mul(options.spreadOfMeans()));
    }
}
