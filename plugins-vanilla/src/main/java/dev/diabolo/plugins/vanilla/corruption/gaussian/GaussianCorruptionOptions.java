package dev.diabolo.plugins.vanilla.corruption.gaussian;

import dev.diabolo.spi.option.Option;

/** Settings of {@link GaussianCorruptionProvider}. */
public record GaussianCorruptionOptions(
        @Option(
                help = "standard deviation of the noise, where the data lie in [0, 1]",
                defaultValue = "0.3",
                min = 0,
                max = 1000)
        double deviation) {}
