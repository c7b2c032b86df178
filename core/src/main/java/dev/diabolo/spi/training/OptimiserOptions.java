package dev.diabolo.spi.training;

import dev.diabolo.spi.option.Option;

/** The optimiser's settings, for trainers to nest in their own options. */
public record OptimiserOptions(
        @Option(help = "the optimiser", defaultValue = "adam")
        Name name,

        @Option(help = "the step size", defaultValue = "0.001", min = 0, minExclusive = true)
        double learningRate,

        @Option(
                help = "sgd: the share of the last step that is kept",
                defaultValue = "0",
                min = 0,
                max = 1,
                maxExclusive = true)
        double momentum,

        @Option(help = "sgd: look ahead along the momentum", defaultValue = "false")
        boolean nesterov,

        @Option(help = "adam: decay of the mean gradient", defaultValue = "0.9", min = 0, max = 1, maxExclusive = true)
        double beta1,

        @Option(
                help = "adam: decay of the mean squared gradient",
                defaultValue = "0.999",
                min = 0,
                max = 1,
                maxExclusive = true)
        double beta2,

        @Option(help = "adam: keeps the division finite", defaultValue = "1e-7", min = 0, minExclusive = true)
        double epsilon) {

    /** The optimisers there are. */
    public enum Name {
        SGD,
        ADAM
    }

    /** What the engine needs to know. */
    public OptimiserSpec spec() {
        Schedule rate = Schedule.constant(learningRate);
        return switch (name) {
            case SGD -> new OptimiserSpec.Sgd(rate, momentum, nesterov);
            case ADAM -> new OptimiserSpec.Adam(rate, beta1, beta2, epsilon);
        };
    }
}
