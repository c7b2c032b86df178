package dev.diabolo.plugins.vae.wae;

import dev.diabolo.plugins.vae.discrepancy.MeanDiscrepancy;
import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * The objective of a Wasserstein autoencoder with the maximum mean discrepancy: all codes together are to look like the prior, not each
 * example's.
 *
 * <p><b>Shapes:</b> one value for each example and term, {@code [batch]}; the discrepancy is the same for all of a batch, which it couples.
 *
 * <p><b>Formula:</b> {@code -log p(x | z) + weight MMD^2(q(z), p(z))}, the first in nats (half the squared error and a constant for a
 * likelihood of variance 1), the last estimated as {@link dev.diabolo.plugins.vae.discrepancy.MeanDiscrepancy} says from the codes of a
 * batch and as many of the prior. Codes may be points.
 *
 * <p><b>Errors:</b> refused (USER) without a prior.
 *
 * <p><b>Source:</b> Tolstikhin, Bousquet, Gelly and Schoelkopf 2018, algorithm 2; lambda = 10 is theirs for MNIST, with the squared error
 * not halved.
 */
public final class WassersteinProvider implements LossProvider<WassersteinOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "wae-mmd");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<WassersteinOptions> optionsType() {
        return WassersteinOptions.class;
    }

    @Override
    public String summary() {
        return "reconstruction, and the maximum mean discrepancy of all codes from the prior";
    }

    @Override
    public Loss create(WassersteinOptions options) {
        return new Wasserstein(options, new MeanDiscrepancy(options.kernel()));
    }
}
