package dev.diabolo.plugins.adversarial.classes;

import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.Option;
import java.util.List;

/** Settings of {@link ClusterHeadDecoderProvider}. */
public record ClusterHeadDecoderOptions(
        @Option(help = "classes that codes begin with", defaultValue = "16", min = 2, max = 1000)
        int classes,

        @Option(
                help = "standard deviation of the heads' first places",
                defaultValue = "2",
                min = 0,
                minExclusive = true,
                max = 1000)
        double spread,

        @Option(
                help = "widths of the hidden layers, from the code to the data; may be none",
                unit = "units",
                defaultValue = "1000,1000",
                min = 1,
                max = 1_000_000)
        List<Integer> hidden,

        @Option(help = "activation of the hidden layers", defaultValue = "relu")
        Activation activation,

        @Option(help = "distribution of the first weights of the layers", defaultValue = "glorot-uniform")
        WeightInitialisation initialisation) {
    public ClusterHeadDecoderOptions {
        hidden = List.copyOf(hidden);
    }
}
