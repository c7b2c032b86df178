package dev.diabolo.plugins.vanilla.trainer;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.SpiVersion;
import dev.diabolo.spi.Trainer;
import dev.diabolo.spi.TrainerProvider;

/** Updates the encoder and then the decoder on each batch: two phases, {@code encoder} and {@code decoder}. */
public final class AlternatingTrainerProvider implements TrainerProvider<AlternatingTrainerOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vanilla", "alternating");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<AlternatingTrainerOptions> optionsType() {
        return AlternatingTrainerOptions.class;
    }

    @Override
    public String summary() {
        return "first the encoder, then the decoder, on each batch";
    }

    @Override
    public Trainer create(AlternatingTrainerOptions options) {
        return new AlternatingTrainer(options);
    }
}
