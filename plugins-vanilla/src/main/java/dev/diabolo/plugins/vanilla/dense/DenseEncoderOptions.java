package dev.diabolo.plugins.vanilla.dense;

import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.Normalisation;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.Option;
import java.util.List;

/** Settings of {@link DenseEncoderProvider}. */
public record DenseEncoderOptions(
        @Option(
                help = "widths of the hidden layers, from the data to the code; none for a linear model",
                unit = "units",
                defaultValue = "128,64",
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
        boolean residual) {}
