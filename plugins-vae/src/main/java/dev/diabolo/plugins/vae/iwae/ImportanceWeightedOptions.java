package dev.diabolo.plugins.vae.iwae;

import dev.diabolo.plugins.vae.importance.Estimator;
import dev.diabolo.spi.option.Option;

/** Settings of {@link ImportanceWeightedProvider}. */
public record ImportanceWeightedOptions(
        @Option(help = "samples of each example's code", defaultValue = "5", min = 1, max = 1_000_000)
        int samples,

        @Option(help = "how the gradient is estimated", defaultValue = "standard")
        Estimator estimator) {}
