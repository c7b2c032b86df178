package dev.diabolo.plugins.adversarial;

import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import org.nd4j.autodiff.samediff.SDVariable;

/** One half of the features as means, the other as logarithms of variances, for losses that need a density. */
public final class HalvedNormal implements Posterior {
    @Override
    public TensorSpec code(TensorSpec features) {
        return TensorSpec.of(features.size() / 2);
    }

    @Override
    public Latent infer(GraphScope scope, Tensor features) {
        int size = features.spec().size() / 2;
        Tensor mean = part(scope, features, size, 0);
        Tensor raw = part(scope, features, size, size);
        SDVariable bounded = scope.graph().nn().tanh(raw.variable().mul(0.2)).mul(5);
        Tensor logVariance = raw.with(bounded);
        SDVariable deviation = scope.graph().math().exp(logVariance.variable().mul(0.5));
        Tensor noise = scope.noise("sample", NoiseKind.STANDARD_NORMAL, mean.spec());
        Tensor sample = mean.with(mean.variable().add(deviation.mul(noise.variable())));
        return new Latent.Gaussian(mean, logVariance, sample);
    }

    private static Tensor part(GraphScope scope, Tensor features, int size, int from) {
        double[] picks = new double[2 * size * size];
        for (int i = 0; i < size; i++) {
            picks[(from + i) * size + i] = 1;
        }
        return new Tensor(features.flat().variable().mmul(scope.constant(picks, 2 * size, size)), TensorSpec.of(size));
    }
}
