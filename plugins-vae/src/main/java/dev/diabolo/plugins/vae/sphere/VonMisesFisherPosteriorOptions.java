package dev.diabolo.plugins.vae.sphere;

import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.Option;

/** Settings of {@link VonMisesFisherPosteriorProvider}. */
public record VonMisesFisherPosteriorOptions(
        @Option(
                help = "numbers in a code, one more than the sphere's dimensions",
                defaultValue = "6",
                min = 2,
                max = 10_000)
        int size,

        @Option(help = "distribution of the first weights", defaultValue = "glorot-uniform")
        WeightInitialisation initialisation) {}
