package dev.diabolo.plugins.vanilla.dense;

import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.Normalisation;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.Option;
import java.util.List;

/** Settings of {@link DenseDecoderProvider}. */
public record DenseDecoderOptions(
        @Option(
                help = "widths of the hidden layers, from the code to the data; none for a linear model",
                unit = "units",
                defaultValue = "64,128",
                min = 1,
                max = 1_000_000)
        List<Integer> hidden,

        @Option(help = "activation of the hidden layers", defaultValue = "relu")
        Activation activation,

        @Option(help = "distribution of the first weights", defaultValue = "glorot-uniform")
        WeightInitialisation initialisation,

        @Option(
                help = "share of each hidden layer's values that training drops",
                defaultValue = "0",
                min = 0,
                max = 1,
                maxExclusive = true)
        double dropout,

        @Option(help = "what is normalised before each activation", defaultValue = "none")
        Normalisation normalisation,

        @Option(
                help = "whether each hidden layer is added to what it is given, projected where widths differ",
                defaultValue = "false")
        boolean residual,

        @Option(
                help =
                        "whether the weights are those of a dense encoder of mirrored widths and of a point posterior, transposed",
                defaultValue = "false")
        boolean tied) {}
