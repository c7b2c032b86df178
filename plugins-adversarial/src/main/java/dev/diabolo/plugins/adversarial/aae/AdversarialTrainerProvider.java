package dev.diabolo.plugins.adversarial.aae;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.SpiVersion;
import dev.diabolo.spi.Trainer;
import dev.diabolo.spi.TrainerProvider;

/**
 * The three phases of an adversarial autoencoder on each batch: {@code reconstruction} updates encoder and decoder, {@code
 * discriminator} the discriminator, {@code generator} the encoder; each with an optimiser state of its own.
 *
 * <p><b>Source:</b> Makhzani et al. 2015.
 */
public final class AdversarialTrainerProvider implements TrainerProvider<AdversarialTrainerOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("adversarial", "aae");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<AdversarialTrainerOptions> optionsType() {
        return AdversarialTrainerOptions.class;
    }

    @Override
    public String summary() {
        return "on each batch: reconstruction, then the discriminator, then the encoder as generator";
    }

    @Override
    public Trainer create(AdversarialTrainerOptions options) {
        return new AdversarialTrainer(options);
    }
}
