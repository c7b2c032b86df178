package dev.diabolo.plugins.vanilla.trainer;

import dev.diabolo.spi.option.Option;
import dev.diabolo.spi.training.OptimiserOptions;

/** Settings of {@link AlternatingTrainerProvider}. */
public record AlternatingTrainerOptions(
        @Option(help = "the optimiser, with a state of its own in each phase")
        OptimiserOptions optimiser) {}
