package dev.diabolo.plugins.vanilla.stacked;

import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.Option;
import java.util.List;

/** Settings of {@link StackedEncoderProvider}. */
public record StackedEncoderOptions(
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
        WeightInitialisation initialisation) {}
