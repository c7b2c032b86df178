package dev.diabolo.plugins.vae.loss;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * The negative evidence lower bound of a variational autoencoder.
 *
 * <p><b>Shapes:</b> one value for each example and term, {@code [batch]}.
 *
 * <p><b>Formula:</b> {@code -log p(x | z) + beta KL(q(z | x) || p(z))}, the first in the mean over samples z of each example's code, in an
 * evaluation too; the divergence in closed form where the prior has one, such as {@code 1/2 sum (mean^2 + exp(log-variance) - 1 -
 * log-variance)}, else from the samples. With free bits, {@code sum_j max(KL_j, free-bits)} in place of the divergence, KL_j that of
 * dimension j in the mean of the batch, which is reported as the divergence and what it lacks. All in nats.
 *
 * <p><b>Errors:</b> refused (USER) without a prior, and for free bits where the divergence has no closed form.
 *
 * <p><b>Source:</b> Kingma and Welling 2014, equation 7; beta: Higgins et al. 2017; free bits: Kingma et al. 2016, equation 15; warm-up:
 * Bowman et al. 2016 and Sonderby et al. 2016, in cycles: Fu et al. 2019.
 */
public final class EvidenceLowerBoundProvider implements LossProvider<EvidenceLowerBoundOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "elbo");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<EvidenceLowerBoundOptions> optionsType() {
        return EvidenceLowerBoundOptions.class;
    }

    @Override
    public String summary() {
        return "the negative evidence lower bound: reconstruction and divergence from the prior";
    }

    @Override
    public Loss create(EvidenceLowerBoundOptions options) {
        return new EvidenceLowerBound(options);
    }
}
