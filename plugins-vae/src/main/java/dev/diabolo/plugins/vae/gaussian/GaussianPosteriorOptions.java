package dev.diabolo.plugins.vae.gaussian;

import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.Option;

/** Settings of {@link GaussianPosteriorProvider}. */
public record GaussianPosteriorOptions(
        @Option(help = "numbers in a code", defaultValue = "20", min = 1, max = 1_000_000)
        int size,

        @Option(help = "distribution of the first weights", defaultValue = "glorot-uniform")
        WeightInitialisation initialisation) {}
