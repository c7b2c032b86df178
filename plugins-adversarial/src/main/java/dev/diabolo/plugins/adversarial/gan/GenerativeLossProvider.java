package dev.diabolo.plugins.adversarial.gan;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * A generator, which is the model's decoder, against a discriminator. The encoder has no part in it.
 *
 * <p><b>Shapes:</b> one value for each example and term, {@code [batch]}.
 *
 * <p><b>Formula:</b> with the discriminator's logit d, {@code discriminator = -log s(d(x)) - log(1 - s(d(g(z))))} for data x and draws z
 * of the prior; {@code generator = -log s(d(g(z)))}.
 *
 * <p><b>Source:</b> Goodfellow et al. 2014.
 */
public final class GenerativeLossProvider implements LossProvider<GenerativeLossOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("adversarial", "gan");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<GenerativeLossOptions> optionsType() {
        return GenerativeLossOptions.class;
    }

    @Override
    public String summary() {
        return "a discriminator between data and what the decoder makes of draws of the prior";
    }

    @Override
    public Loss create(GenerativeLossOptions options) {
        return new GenerativeLoss(options);
    }
}
