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
 * <p><b>Formula:</b> {@code -log p(x | z) + beta KL(q(z | x) || N(0, I))} with z drawn once for each example, and {@code KL = 1/2
 * sum (mean^2 + exp(log-variance) - 1 - log-variance)}; both in nats. With beta other than 1 it is a beta-VAE's objective.
 *
 * <p><b>Source:</b> Kingma and Welling 2014; Higgins et al. 2017.
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
        return "the negative evidence lower bound: reconstruction and divergence from a standard normal prior";
    }

    @Override
    public Loss create(EvidenceLowerBoundOptions options) {
        return new EvidenceLowerBound(options);
    }
}
