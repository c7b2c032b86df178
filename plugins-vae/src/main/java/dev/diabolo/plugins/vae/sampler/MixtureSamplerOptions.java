package dev.diabolo.plugins.vae.sampler;

import dev.diabolo.spi.option.Option;

/** Settings of {@link MixtureSamplerProvider}. */
public record MixtureSamplerOptions(
        @Option(help = "normal distributions in the mixture", defaultValue = "10", min = 1, max = 10_000)
        int components,

        @Option(help = "steps at most", defaultValue = "100", min = 1, max = 100_000)
        int iterations,

        @Option(
                help = "fitting ends where a step adds less than this to the mean log-density of a code",
                unit = "nats",
                defaultValue = "0.001",
                min = 0,
                max = 1000)
        double tolerance,

        @Option(
                help = "what is added to every variance, as a share of the mean variance of the codes",
                defaultValue = "1e-4",
                min = 0,
                max = 1)
        double regularisation) {}
