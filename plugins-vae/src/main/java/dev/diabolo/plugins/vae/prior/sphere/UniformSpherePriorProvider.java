package dev.diabolo.plugins.vae.prior.sphere;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.PriorProvider;
import dev.diabolo.spi.SpiVersion;
import dev.diabolo.spi.option.NoOptions;

/**
 * The uniform distribution on the unit sphere.
 *
 * <p><b>Shapes:</b> codes of any shape of at least two numbers.
 *
 * <p><b>Formula:</b> {@code log p(z) = -log(2 pi^(m/2) / Gamma(m/2))} by area, for codes of m numbers; a sample is a standard normal
 * vector over its length. The divergence of a von Mises-Fisher distribution is its own closed form.
 *
 * <p><b>Source:</b> Davidson et al. 2018, section 3.1.
 */
public final class UniformSpherePriorProvider implements PriorProvider<NoOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "uniform-sphere");
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
        return "the uniform distribution of directions, for the posterior vae.von-mises-fisher";
    }

    @Override
    public Prior create(NoOptions options) {
        return new UniformSpherePrior();
    }
}
