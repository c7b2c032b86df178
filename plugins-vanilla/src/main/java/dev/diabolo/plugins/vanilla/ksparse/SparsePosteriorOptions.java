package dev.diabolo.plugins.vanilla.ksparse;

import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.Option;

/** Settings of {@link SparsePosteriorProvider}. */
public record SparsePosteriorOptions(
        @Option(help = "numbers in a code", defaultValue = "1000", min = 1, max = 1_000_000)
        int size,

        @Option(
                help = "how many of them are kept in training, the largest; at most size",
                defaultValue = "25",
                min = 1,
                max = 1_000_000)
        int k,

        @Option(
                help = "how many times as many are kept elsewhere, to encode, reconstruct and evaluate",
                defaultValue = "1",
                min = 1,
                max = 1_000_000)
        double alpha,

        @Option(help = "activation of the code, before the largest are chosen", defaultValue = "linear")
        Activation activation,

        @Option(help = "distribution of the first weights", defaultValue = "glorot-uniform")
        WeightInitialisation initialisation) {}
