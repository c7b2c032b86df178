package dev.diabolo.plugins.adversarial.aae;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.SpiVersion;
import dev.diabolo.spi.training.Groups;
import java.util.List;

/**
 * The adversarial autoencoder's objectives: a discriminator tells codes from draws of the prior, and the encoder learns to deceive it.
 * Any prior will do that can be drawn from, and any posterior: a point, a normal one, or one that is fed with noise.
 *
 * <p><b>Shapes:</b> one value for each example and term, {@code [batch]}.
 *
 * <p><b>Formula:</b> with the discriminator's logit d, {@code discriminator = -log s(d(p)) - log(1 - s(d(z)))} for prior draws p and
 * codes z; {@code generator = -log s(d(z))}; s is the logistic function.
 *
 * <p><b>Source:</b> Makhzani et al. 2015.
 */
public final class AdversarialLossProvider implements LossProvider<AdversarialLossOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("adversarial", "aae");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<AdversarialLossOptions> optionsType() {
        return AdversarialLossOptions.class;
    }

    @Override
    public String summary() {
        return "reconstruction, and a discriminator between codes and draws of the prior";
    }

    @Override
    public Loss create(AdversarialLossOptions options) {
        return new AdversarialLoss(options.discriminator(), 1, List.of(Groups.ENCODER));
    }
}
