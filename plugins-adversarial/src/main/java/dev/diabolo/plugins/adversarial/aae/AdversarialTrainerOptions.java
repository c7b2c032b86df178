package dev.diabolo.plugins.adversarial.aae;

import dev.diabolo.spi.option.Option;
import dev.diabolo.spi.training.OptimiserOptions;

/** Settings of {@link AdversarialTrainerProvider}. */
public record AdversarialTrainerOptions(
        @Option(help = "the optimiser of the reconstruction phase")
        OptimiserOptions optimiser,

        @Option(help = "the optimiser of the discriminator and generator phases")
        OptimiserOptions adversarialOptimiser) {}
