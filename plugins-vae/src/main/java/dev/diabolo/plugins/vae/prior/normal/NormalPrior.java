package dev.diabolo.plugins.vae.prior.normal;

import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * See {@link NormalPriorProvider}.
 *
 * @param standard the distribution of codes divided by the deviation
 */
record NormalPrior(double deviation, StandardNormalPrior standard) implements Prior {
    @Override
    public void requireSupported(TensorSpec code) {
        standard.requireSupported(code);
    }

    @Override
    public SDVariable logDensity(GraphScope scope, Model model, Tensor code) {
        double logVolume = model.code().size() * Math.log(deviation);
        return standard.logDensity(scope, model, scaled(code, 1 / deviation)).sub(logVolume);
    }

    @Override
    public Tensor sample(GraphScope scope, Model model) {
        return scaled(standard.sample(scope, model), deviation);
    }

    /** A divergence does not change where both distributions are scaled. */
    @Override
    public Optional<SDVariable> divergence(GraphScope scope, Model model, Latent posterior) {
        if (!(posterior instanceof Latent.Gaussian gaussian)) {
            return Optional.empty();
        }
        Tensor logVariance = gaussian.logVariance();
        Latent scaled = new Latent.Gaussian(
                scaled(gaussian.mean(), 1 / deviation),
                logVariance.with(logVariance.variable().sub(2 * Math.log(deviation))),
                scaled(gaussian.sample(), 1 / deviation));
        return standard.divergence(scope, model, scaled);
    }

    private static Tensor scaled(Tensor code, double factor) {
        return code.with(code.variable().mul(factor));
    }
}
