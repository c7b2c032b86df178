package dev.diabolo.plugins.vae.flow;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.PosteriorProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * A normal distribution with independent dimensions, transformed by inverse autoregressive flows.
 *
 * <p><b>Shapes:</b> {@code [batch, features...] -> [batch, size]}.
 *
 * <p><b>Formula:</b> {@code z' = s z + (1 - s) m} for each flow, s a logistic function; m and s of dimension i depend on the dimensions of
 * z before i, and on the features, by a masked network. {@code log |det| = sum log s}. Every second flow counts the dimensions
 * backwards.
 *
 * <p><b>Source:</b> Kingma et al. 2016, algorithm 1; masks of Germain et al. 2015, with hidden units that see the features
 * alone, so that the first dimension depends on them too. The bias of s is one at first.
 */
public final class AutoregressiveFlowPosteriorProvider
        implements PosteriorProvider<AutoregressiveFlowPosteriorOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "iaf");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<AutoregressiveFlowPosteriorOptions> optionsType() {
        return AutoregressiveFlowPosteriorOptions.class;
    }

    @Override
    public String summary() {
        return "a normal distribution bent by inverse autoregressive flows";
    }

    @Override
    public Posterior create(AutoregressiveFlowPosteriorOptions options) {
        return new FlowPosterior(options.base(), new AutoregressiveFlow(options));
    }
}
