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
 * deviation s that all codes together follow, a code tells {@code size log(s / deviation)} nats at most of its example.
 *
 * <p><b>Source:</b> Ghosh et al. 2020, section 3, "constant-variance". Where an adversary shapes the codes, a deviation that is learnt falls
 * until codes are points, for nothing but reconstruction acts on it; this one stays.
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
