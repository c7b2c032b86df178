package dev.diabolo.plugins.vae.fixedgaussian;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.PosteriorProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * A normal distribution with independent dimensions whose deviation is not learnt: noise on the code, which makes the decoder smooth
 * over distances of that size.
 *
 * <p><b>Shapes:</b> {@code [batch, features...] -> [batch, size]}.
 *
 * <p><b>Formula:</b> {@code z = mean + deviation e} with standard normal e; the mean is linear in the features. With a normal prior of
 * deviation s that all codes together follow, a code tells {@code size log(s / deviation)} nats at most of its example. With
 * {@code spread}, the means {@code l} of a batch are {@code sqrt(spread^2 - deviation^2) (l - m) / sqrt(v + 1e-5)}, with mean m and variance v
 * over the batch; outside training over moving averages, which each step of training moves by a hundredth of the way.
 *
 * <p><b>Errors:</b> refused (USER) where {@code spread} is neither 0 nor more than {@code deviation}.
 *
 * <p><b>Source:</b> Ghosh et al. 2020, section 3, "constant-variance". Where an adversary shapes the codes, a deviation that is learnt falls
 * until codes are points, for nothing but reconstruction acts on it; this one stays. Then reconstruction drives codes apart instead, so
 * that the noise matters less; {@code spread}, which is ours, takes that way out, and leaves the shape alone to the adversary.
 */
public final class FixedGaussianPosteriorProvider implements PosteriorProvider<FixedGaussianPosteriorOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "fixed-gaussian");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<FixedGaussianPosteriorOptions> optionsType() {
        return FixedGaussianPosteriorOptions.class;
    }

    @Override
    public String summary() {
        return "a normal distribution of a fixed deviation around a mean for each example: noise on the code";
    }

    @Override
    public Posterior create(FixedGaussianPosteriorOptions options) {
        return new FixedGaussianPosterior(options);
    }
}
