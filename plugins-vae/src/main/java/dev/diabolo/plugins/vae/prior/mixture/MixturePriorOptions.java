package dev.diabolo.plugins.vae.prior.mixture;

import dev.diabolo.spi.option.Option;

/** Settings of {@link MixturePriorProvider}. */
public record MixturePriorOptions(
        @Option(help = "normal distributions in the mixture", defaultValue = "10", min = 1, max = 100_000)
        int components,

        @Option(help = "standard deviation of the components' first means", defaultValue = "1", min = 0, max = 1000)
        double spread) {}
