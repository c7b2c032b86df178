package dev.diabolo.plugins.adversarial.wgan;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * A generator, which is the model's decoder, against a critic whose slope is kept small: by a bound on its weights, {@code
 * trainer.clip-weights}, or by a penalty.
 *
 * <p><b>Formula:</b> {@code discriminator = d(g(z)) - d(x)}, of which the negative is the distance at its best; {@code generator =
 * -d(g(z))}; the penalty is that of {@link SlopePenalty}.
 *
 * <p><b>Source:</b> Arjovsky et al. 2017, algorithm 1; Gulrajani et al. 2017, whose penalty has the gradient itself.
 */
public final class WassersteinLossProvider implements LossProvider<WassersteinLossOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("adversarial", "wgan");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<WassersteinLossOptions> optionsType() {
        return WassersteinLossOptions.class;
    }

    @Override
    public String summary() {
        return "a critic that measures the Wasserstein distance of data from what the decoder generates";
    }

    @Override
    public Loss create(WassersteinLossOptions options) {
        return new WassersteinLoss(options);
    }
}
