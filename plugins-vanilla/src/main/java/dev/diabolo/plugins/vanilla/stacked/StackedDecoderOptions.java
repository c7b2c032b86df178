package dev.diabolo.plugins.vanilla.stacked;

import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.Option;
import java.util.List;

/** Settings of {@link StackedDecoderProvider}. */
public record StackedDecoderOptions(
        @Option(
                help = "widths of the hidden layers, from the code to the data: those of the encoder in reverse",
                unit = "units",
                defaultValue = "64,128",
                min = 1,
                max = 1_000_000)
        List<Integer> hidden,

        @Option(help = "activation of the hidden layers", defaultValue = "relu")
        Activation activation,

        @Option(help = "distribution of the first weights", defaultValue = "glorot-uniform")
        WeightInitialisation initialisation) {}
