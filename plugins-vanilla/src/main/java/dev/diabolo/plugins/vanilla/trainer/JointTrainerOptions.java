package dev.diabolo.plugins.vanilla.trainer;

import dev.diabolo.spi.option.Option;
import dev.diabolo.spi.training.OptimiserOptions;

/** Settings of {@link JointTrainerProvider}. */
public record JointTrainerOptions(
        @Option(help = "the optimiser of all parameters") OptimiserOptions optimiser) {}
