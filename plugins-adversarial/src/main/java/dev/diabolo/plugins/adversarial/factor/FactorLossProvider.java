package dev.diabolo.plugins.adversarial.factor;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * The variational bound with a penalty on what the dimensions of codes tell of each other.
 *
 * <p><b>Formula:</b> {@code reconstruction + kl + gamma total-correlation}, the last being the logit of a discriminator between codes and
 * codes whose dimensions are permuted over the batch: at its best {@code log q(z) - log prod_j q(z_j)}.
 *
 * <p><b>Source:</b> Kim and Mnih 2018, algorithm 2, which permutes codes of a second batch; here those of the batch itself.
 */
public final class FactorLossProvider implements LossProvider<FactorLossOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("adversarial", "factor-vae");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<FactorLossOptions> optionsType() {
        return FactorLossOptions.class;
    }

    @Override
    public String summary() {
        return "evidence lower bound, and the total correlation of codes as a discriminator sees it";
    }

    @Override
    public Loss create(FactorLossOptions options) {
        return new FactorLoss(options);
    }
}
