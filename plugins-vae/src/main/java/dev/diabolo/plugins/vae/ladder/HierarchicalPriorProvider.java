package dev.diabolo.plugins.vae.ladder;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.PriorProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * The prior of codes in layers: standard normal the highest, and each other one normal given the layer above.
 *
 * <p><b>Shapes:</b> {@code [rows, sum of sizes] -> [rows]}.
 *
 * <p><b>Formula:</b> {@code p(z) = N(z_L; 0, 1) prod_i N(z_i; mean(h_i), variance(h_i))} with {@code h_i = activation(z_(i+1) W + b)}. The
 * divergence of a ladder is that of each layer given the sample of the layer above, in closed form: an estimate of the whole one, without
 * the noise of the layer's own sample.
 *
 * <p>Its parameters belong to the posterior {@link LadderPosteriorProvider}, which comes down the same way; options are to be the same.
 *
 * <p><b>Errors:</b> refused (USER) for codes of another size, and behind a posterior that has no such parameters.
 *
 * <p><b>Source:</b> Sonderby et al. 2016, equations 1 to 3 and 6.
 */
public final class HierarchicalPriorProvider implements PriorProvider<HierarchicalPriorOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "hierarchical");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<HierarchicalPriorOptions> optionsType() {
        return HierarchicalPriorOptions.class;
    }

    @Override
    public String summary() {
        return "each layer of a ladder's code is the prior of the one below";
    }

    @Override
    public Prior create(HierarchicalPriorOptions options) {
        return new HierarchicalPrior(options.hierarchy());
    }
}
