package dev.diabolo.plugins.vae.prior.normal;

import dev.diabolo.plugins.vae.fullgaussian.FullGaussian;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link StandardNormalPriorProvider}. */
final class StandardNormalPrior implements Prior {
    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    /** Knows codes of every shape. */
    @Override
    public void requireSupported(TensorSpec code) {}

    @Override
    public SDVariable logDensity(GraphScope scope, Model model, Tensor code) {
        SDVariable values = code.flat().variable();
        return values.mul(values).add(LOG_TWO_PI).sum(1).mul(-0.5);
    }

    @Override
    public Tensor sample(GraphScope scope, Model model) {
        return scope.noise("sample", NoiseKind.STANDARD_NORMAL, model.code());
    }

    @Override
    public Optional<SDVariable> divergence(GraphScope scope, Model model, Latent posterior) {
        if (posterior instanceof FullGaussian full) {
            return Optional.of(full.divergenceFromStandardNormal());
        }
        if (!(posterior instanceof Latent.Gaussian gaussian)) {
            return Optional.empty();
        }
        SDVariable mean = gaussian.mean().flat().variable();
        SDVariable logVariance = gaussian.logVariance().flat().variable();
        SDVariable variance = scope.graph().math().exp(logVariance);
        return Optional.of(mean.mul(mean).add(variance).sub(logVariance).sub(1).mul(0.5));
    }
}
