package dev.diabolo.plugins.vae.miwae;

import dev.diabolo.plugins.vae.importance.Estimator;
import dev.diabolo.spi.option.Option;

/** Settings of {@link MultiplyImportanceWeightedProvider}. */
public record MultiplyImportanceWeightedOptions(
        @Option(help = "groups of samples of each example's code", defaultValue = "5", min = 1, max = 10_000)
        int groups,

        @Option(help = "samples of each group", defaultValue = "5", min = 1, max = 10_000)
        int samples,

        @Option(help = "how the gradient is estimated", defaultValue = "standard")
        Estimator estimator) {}
