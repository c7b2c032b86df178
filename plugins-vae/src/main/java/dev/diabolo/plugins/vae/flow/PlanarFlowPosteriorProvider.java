package dev.diabolo.plugins.vae.flow;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.PosteriorProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * A normal distribution with independent dimensions, transformed by planar flows.
 *
 * <p><b>Shapes:</b> {@code [batch, features...] -> [batch, size]}.
 *
 * <p><b>Formula:</b> {@code z' = z + u' tanh(w z + b)} for each flow, with u, w and b linear in the features; {@code u' = u + (m(w u) - w u) w /
 * |w|^2} with {@code m(a) = a} where {@code a >= 0} and {@code 0.999 (exp(a / 0.999) - 1)} elsewhere, so that {@code w u' > -0.999} and the
 * flow is invertible. {@code log |det| = log(1 + (1 - tanh^2) w u')}.
 *
 * <p><b>Source:</b> Rezende and Mohamed 2015, equations 10 to 12 and appendix A.1. There {@code m(a) = log(1 + exp(a)) - 1}, which is not
 * zero at zero, so that u' grows without bound where w becomes small.
 */
public final class PlanarFlowPosteriorProvider implements PosteriorProvider<FlowPosteriorOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "planar");
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
        return "a normal distribution bent by planar flows";
    }

    @Override
    public Posterior create(FlowPosteriorOptions options) {
        return new FlowPosterior(options, new PlanarFlow());
    }
}
