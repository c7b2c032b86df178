package dev.diabolo.plugins.adversarial.universal;

import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.Option;

/** Settings of {@link UniversalPosteriorProvider}. */
public record UniversalPosteriorOptions(
        @Option(help = "numbers in a code", defaultValue = "8", min = 1, max = 1_000_000)
        int size,

        @Option(help = "numbers of noise for each example", defaultValue = "10", min = 1, max = 1_000_000)
        int noise,

        @Option(
                help = "width of the layer that features and noise go through together",
                unit = "units",
                defaultValue = "100",
                min = 1,
                max = 1_000_000)
        int hidden,

        @Option(help = "activation of that layer", defaultValue = "relu")
        Activation activation,

        @Option(help = "distribution of the first weights", defaultValue = "glorot-uniform")
        WeightInitialisation initialisation) {}
