package dev.diabolo.plugins.vae.ladder;

import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.Option;
import java.util.List;

/** Settings of {@link LadderDecoderProvider}. */
public record LadderDecoderOptions(
        @Option(help = "numbers in the lowest layer of the code", defaultValue = "20", min = 1, max = 1_000_000)
        int size,

        @Option(
                help = "widths of the hidden layers, from the code to the data; none for a linear model",
                unit = "units",
                defaultValue = "400",
                min = 1,
                max = 1_000_000)
        List<Integer> hidden,

        @Option(help = "activation of the hidden layers", defaultValue = "relu")
        Activation activation,

        @Option(help = "distribution of the first weights", defaultValue = "glorot-uniform")
        WeightInitialisation initialisation) {
    public LadderDecoderOptions {
        hidden = List.copyOf(hidden);
    }
}
