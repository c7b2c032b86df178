package dev.diabolo.plugins.vae.prior.categorical;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.PriorProvider;
import dev.diabolo.spi.SpiVersion;
import dev.diabolo.spi.option.NoOptions;

/**
 * Independent choices, all categories alike.
 *
 * <p><b>Shapes:</b> codes {@code [variables, categories]}, one-hot along the last dimension.
 *
 * <p><b>Formula:</b> {@code log p(z) = -V log K} for V variables of K categories; the divergence of a categorical posterior is
 * {@code sum_k q_k (log q_k + log K)} in each variable.
 *
 * <p><b>Source:</b> Jang et al. 2017, section 3.
 */
public final class UniformCategoricalPriorProvider implements PriorProvider<NoOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "uniform-categorical");
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
        return "every category alike, for the posterior vae.categorical";
    }

    @Override
    public Prior create(NoOptions options) {
        return new UniformCategoricalPrior();
    }
}
