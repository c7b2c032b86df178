package dev.diabolo.plugins.vae.maf;

import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.Option;
import java.util.List;

/** Settings of {@link MaskedAutoregressivePriorProvider}. */
public record MaskedAutoregressiveOptions(
        @Option(help = "flows, one behind the other", defaultValue = "5", min = 1, max = 1000)
        int flows,

        @Option(
                help = "units of the hidden layers of each flow's masked network",
                defaultValue = "100,100",
                unit = "units",
                min = 1,
                max = 1_000_000)
        List<Integer> hidden,

        @Option(help = "activation of the hidden layers", defaultValue = "relu")
        Activation activation,

        @Option(help = "distribution of the first weights", defaultValue = "glorot-uniform")
        WeightInitialisation initialisation) {
    public MaskedAutoregressiveOptions {
        hidden = List.copyOf(hidden);
    }
}
