package dev.diabolo.plugins.vae.prior.mixture;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.PriorProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * A mixture of normal distributions with independent dimensions; weights, means and variances are learnt.
 *
 * <p><b>Shapes:</b> codes of any shape.
 *
 * <p><b>Formula:</b> {@code log p(z) = log sum_k pi_k N(z; mean_k, variance_k)}, in nats. The divergence of a posterior has no closed
 * form. A sample takes its component by a uniform number, through which no gradient flows.
 *
 * <p><b>Source:</b> Dilokthanakul et al. 2016; Tomczak and Welling 2018, section 2, "MoG". First means are normal, first
 * variances one, first weights equal.
 */
public final class MixturePriorProvider implements PriorProvider<MixturePriorOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "mixture");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<MixturePriorOptions> optionsType() {
        return MixturePriorOptions.class;
    }

    @Override
    public String summary() {
        return "a mixture of normal distributions that is learnt with the model";
    }

    @Override
    public Prior create(MixturePriorOptions options) {
        return new MixturePrior(options);
    }
}
