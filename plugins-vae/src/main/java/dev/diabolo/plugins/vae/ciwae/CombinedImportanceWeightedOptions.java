package dev.diabolo.plugins.vae.ciwae;

import dev.diabolo.spi.option.Option;

/** Settings of {@link CombinedImportanceWeightedProvider}. */
public record CombinedImportanceWeightedOptions(
        @Option(help = "the evidence lower bound's share of the objective", defaultValue = "0.5", min = 0, max = 1)
        double beta,

        @Option(help = "samples of each example's code", defaultValue = "5", min = 1, max = 1_000_000)
        int samples) {}
