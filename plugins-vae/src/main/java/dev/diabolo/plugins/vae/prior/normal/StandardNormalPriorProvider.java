package dev.diabolo.plugins.vae.prior.normal;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.PriorProvider;
import dev.diabolo.spi.SpiVersion;
import dev.diabolo.spi.option.NoOptions;

/**
 * The standard normal distribution.
 *
 * <p><b>Shapes:</b> codes of any shape.
 *
 * <p><b>Formula:</b> {@code log p(z) = -1/2 sum (z^2 + log 2 pi)}; the divergence of a normal posterior with independent
 * dimensions is {@code 1/2 (mean^2 + variance - log-variance - 1)} in each; that of one with a full
 * covariance has a closed form too.
 *
 * <p><b>Source:</b> Kingma and Welling 2014, appendix B.
 */
public final class StandardNormalPriorProvider implements PriorProvider<NoOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "standard-normal");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<NoOptions> optionsType() {
        return NoOptions.class;
    }

    @Override
    public String summary() {
        return "independent normal dimensions of mean 0 and variance 1";
    }

    @Override
    public Prior create(NoOptions options) {
        return new StandardNormalPrior();
    }
}
