package dev.diabolo.plugins.vae.flow;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.PosteriorProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * A normal distribution with independent dimensions, transformed by radial flows.
 *
 * <p><b>Shapes:</b> {@code [batch, features...] -> [batch, size]}.
 *
 * <p><b>Formula:</b> {@code z' = z + b (z - c) / (a + r)} for each flow, with {@code r = |z - c|}, {@code a = softplus(.)} and {@code b = softplus(.)
 * - a}, so that the flow is invertible; c and the arguments of softplus are linear in the features. {@code log |det| = (size - 1) log(1 + b
 * / (a + r)) + log(1 + b a / (a + r)^2)}.
 *
 * <p><b>Source:</b> Rezende and Mohamed 2015, equations 13 and 14 and appendix A.2.
 */
public final class RadialFlowPosteriorProvider implements PosteriorProvider<FlowPosteriorOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "radial");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<FlowPosteriorOptions> optionsType() {
        return FlowPosteriorOptions.class;
    }

    @Override
    public String summary() {
        return "a normal distribution bent by radial flows";
    }

    @Override
    public Posterior create(FlowPosteriorOptions options) {
        return new FlowPosterior(options, new RadialFlow());
    }
}
