package dev.diabolo.plugins.vae.categorical;

import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.Option;

/** Settings of {@link CategoricalPosteriorProvider}. */
public record CategoricalPosteriorOptions(
        @Option(help = "choices in a code", defaultValue = "30", min = 1, max = 100_000)
        int variables,

        @Option(help = "categories of each choice", defaultValue = "10", min = 2, max = 10_000)
        int categories,

        @Option(
                help = "how far a sample in training is from one-hot: near zero it is one-hot, far above all alike",
                defaultValue = "0.5",
                min = 0.01,
                max = 100)
        double temperature,

        @Option(
                help = "decode one-hot samples in training too, with the gradients of the relaxed ones",
                defaultValue = "false")
        boolean straightThrough,

        @Option(help = "distribution of the first weights", defaultValue = "glorot-uniform")
        WeightInitialisation initialisation) {}
