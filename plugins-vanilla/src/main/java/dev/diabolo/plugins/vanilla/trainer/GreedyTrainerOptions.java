package dev.diabolo.plugins.vanilla.trainer;

import dev.diabolo.spi.option.Option;
import dev.diabolo.spi.training.OptimiserOptions;

/** Settings of {@link GreedyTrainerProvider}. */
public record GreedyTrainerOptions(
        @Option(
                help = "share of the epochs in which layers are trained one at a time, divided equally among them",
                defaultValue = "0.5",
                min = 0,
                max = 1,
                minExclusive = true,
                maxExclusive = true)
        double pretraining,

        @Option(help = "the optimiser, with a state of its own for each layer and for all together")
        OptimiserOptions optimiser) {}
