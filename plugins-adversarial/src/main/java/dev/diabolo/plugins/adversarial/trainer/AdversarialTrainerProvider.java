package dev.diabolo.plugins.adversarial.trainer;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.SpiVersion;
import dev.diabolo.spi.Trainer;
import dev.diabolo.spi.TrainerProvider;

/**
 * Plans by what the loss says of its terms: those that groups of the loss's own lower are the phase {@code discriminator}; of the others,
 * those that are adversarial are the phase {@code generator}, and the rest {@code reconstruction}. With {@code combine}, groups that
 * lower the same terms are one phase, by its weighted sum. Each phase has an optimiser state of its own.
 *
 * <p><b>Source:</b> Makhzani et al. 2015, whose three phases are those of {@code adversarial.aae}; for the bound on weights Arjovsky et al.
 * 2017; for averages see {@link dev.diabolo.spi.training.Averaging}.
 */
public final class AdversarialTrainerProvider implements TrainerProvider<AdversarialTrainerOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("adversarial", "adversarial");
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
        return "reconstruction, a discriminator and those who play against it: steps, gate and optimiser for each";
    }

    @Override
    public Trainer create(AdversarialTrainerOptions options) {
        return new AdversarialTrainer(options);
    }
}
