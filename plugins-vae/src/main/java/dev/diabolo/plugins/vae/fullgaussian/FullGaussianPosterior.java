package dev.diabolo.plugins.vae.fullgaussian;

import dev.diabolo.plugins.vae.gaussian.SoftBound;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** See {@link FullGaussianPosteriorProvider}. */
record FullGaussianPosterior(FullGaussianPosteriorOptions options) implements Posterior {
    @Override
    public TensorSpec code(TensorSpec features) {
        return TensorSpec.of(options.size());
    }

    @Override
    public Latent infer(GraphScope scope, Tensor features) {
        SameDiff graph = scope.graph();
        int size = options.size();
        Tensor mean = Layers.dense(scope, "mean", features, size, options.initialisation());
        SDVariable unbounded = Layers.dense(scope, "log-variance", features, size, options.initialisation())
                .variable();
        SDVariable logVariance = new SoftBound(options.logVarianceBound()).apply(unbounded);
        SDVariable below = Layers.dense(scope, "factor", features, (long) size * size, options.initialisation())
                .variable()
                .mul(belowDiagonal(scope, size));
        SDVariable noise =
                scope.noise("sample", NoiseKind.STANDARD_NORMAL, mean.spec()).variable();
        SDVariable ofOthers =
                below.mul(graph.tile(noise, 1, size)).reshape(-1, size).sum(1).reshape(-1, size);
        SDVariable ofOwn = graph.math().exp(logVariance.mul(0.5)).mul(noise);
        Tensor sample = mean.with(mean.variable().add(ofOwn).add(ofOthers));
        return new FullGaussian(mean, logVariance, below, noise, sample);
    }

    private static SDVariable belowDiagonal(GraphScope scope, int size) {
        double[] ones = new double[size * size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < row; column++) {
                ones[row * size + column] = 1;
            }
        }
        return scope.constant(ones, 1, ones.length);
    }
}
