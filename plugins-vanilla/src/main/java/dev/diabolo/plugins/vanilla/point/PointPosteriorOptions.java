package dev.diabolo.plugins.vanilla.point;

import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.Option;

/** Settings of {@link PointPosteriorProvider}. */
public record PointPosteriorOptions(
        @Option(help = "numbers in a code", defaultValue = "32", min = 1, max = 1_000_000)
        int size,

        @Option(help = "activation of the code", defaultValue = "linear")
        Activation activation,

        @Option(help = "distribution of the first weights", defaultValue = "glorot-uniform")
        WeightInitialisation initialisation) {}
