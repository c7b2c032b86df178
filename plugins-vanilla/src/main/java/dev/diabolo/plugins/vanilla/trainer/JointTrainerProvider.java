package dev.diabolo.plugins.vanilla.trainer;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.SpiVersion;
import dev.diabolo.spi.Trainer;
import dev.diabolo.spi.TrainerProvider;

/** Updates all parameters together: one phase, {@code joint}. */
public final class JointTrainerProvider implements TrainerProvider<JointTrainerOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vanilla", "joint");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<JointTrainerOptions> optionsType() {
        return JointTrainerOptions.class;
    }

    @Override
    public String summary() {
        return "all parameters together, one update for each batch";
    }

    @Override
    public Trainer create(JointTrainerOptions options) {
        return new JointTrainer(options);
    }
}
