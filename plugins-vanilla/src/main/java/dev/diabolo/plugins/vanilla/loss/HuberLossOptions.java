package dev.diabolo.plugins.vanilla.loss;

import dev.diabolo.spi.option.Option;

/** Settings of {@link HuberLossProvider}. */
public record HuberLossOptions(
        @Option(
                help = "the error from which on it counts as absolute",
                unit = "data units",
                defaultValue = "1",
                min = 0,
                minExclusive = true)
        double delta) {}
