package dev.diabolo.options;

import dev.diabolo.spi.option.Option;
import dev.diabolo.spi.training.OptimiserOptions;
import java.util.List;

/** One part of every type that an option may have. */
public record SampleOptions(
        @Option(help = "widths", defaultValue = "128,64", min = 1, formerNames = "layers")
        List<Integer> hidden,

        @Option(help = "shares", defaultValue = "", min = 0, max = 1)
        List<Double> shares,

        @Option(help = "names", defaultValue = "mean", min = 1)
        List<String> names,

        @Option(help = "kinds", defaultValue = "leaky-relu,tanh")
        List<Kind> kinds,

        @Option(help = "a kind", defaultValue = "leaky-relu")
        Kind activation,

        @Option(help = "a count", defaultValue = "3", min = 1, unit = "steps")
        int count,

        @Option(help = "a seed", defaultValue = "42") long seed,

        @Option(help = "a share", defaultValue = "0.5", min = 0, max = 1, minExclusive = true)
        double share,

        @Option(help = "a switch", defaultValue = "true") boolean bias,
        @Option(help = "a text", defaultValue = "") String note,
        @Option(help = "the optimiser") OptimiserOptions optimiser) {

    public enum Kind {
        LEAKY_RELU,
        TANH
    }
}
