package dev.diabolo.plugins.adversarial.trainer;

import dev.diabolo.spi.option.Option;
import dev.diabolo.spi.training.OptimiserOptions;

/** Settings of {@link AdversarialTrainerProvider}. */
public record AdversarialTrainerOptions(
        @Option(help = "the optimiser of what is no game: reconstruction; with combine, of the whole model")
        OptimiserOptions optimiser,

        @Option(help = "the optimiser of the discriminator") OptimiserOptions discriminatorOptimiser,

        @Option(help = "the optimiser of those who play against the discriminator; not used with combine")
        OptimiserOptions generatorOptimiser,

        @Option(
                help = "steps of the discriminator in each cycle, on a batch each",
                unit = "steps",
                defaultValue = "1",
                min = 1,
                max = 1000)
        int discriminatorSteps,

        @Option(
                help = "steps of those who play against it in each cycle, on a batch each",
                unit = "steps",
                defaultValue = "1",
                min = 1,
                max = 1000)
        int generatorSteps,

        @Option(
                help = "the discriminator's turn is skipped while it tells more than this share rightly; 1: never",
                defaultValue = "1",
                min = 0.5,
                max = 1)
        double skipAbove,

        @Option(
                help = "keep each of the discriminator's parameters within this bound after each step; 0: no bound",
                defaultValue = "0",
                min = 0,
                max = 1e6)
        double clipWeights,

        @Option(
                help =
                        "evaluate and save moving averages of the model's parameters, which keep this share in each cycle; 0: none",
                defaultValue = "0",
                min = 0,
                max = 1,
                maxExclusive = true)
        double averaging,

        @Option(
                help =
                        "each group lowers the weighted sum of all its terms in one step; else the game has steps of its own",
                defaultValue = "false")
        boolean combine) {}
