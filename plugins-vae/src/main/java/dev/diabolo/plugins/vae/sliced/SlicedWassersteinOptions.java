package dev.diabolo.plugins.vae.sliced;

import dev.diabolo.spi.option.Option;

/** Settings of {@link SlicedWassersteinProvider}. */
public record SlicedWassersteinOptions(
        @Option(help = "lambda, the weight of the distance", defaultValue = "10", min = 0)
        double weight,

        @Option(help = "directions in which codes are compared", defaultValue = "50", min = 1, max = 100_000)
        int directions) {}
