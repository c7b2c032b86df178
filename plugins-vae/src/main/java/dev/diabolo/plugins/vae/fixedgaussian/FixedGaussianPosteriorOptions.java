package dev.diabolo.plugins.vae.fixedgaussian;

import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.Option;

/** Settings of {@link FixedGaussianPosteriorProvider}. */
public record FixedGaussianPosteriorOptions(
        @Option(help = "numbers in a code", defaultValue = "20", min = 1, max = 1_000_000)
        int size,

        @Option(
                help = "standard deviation of every number of every code, in the units of the prior",
                defaultValue = "0.3",
                min = 1e-6,
                max = 1e6)
        double deviation,

        @Option(help = "distribution of the first weights", defaultValue = "glorot-uniform")
        WeightInitialisation initialisation) {}
