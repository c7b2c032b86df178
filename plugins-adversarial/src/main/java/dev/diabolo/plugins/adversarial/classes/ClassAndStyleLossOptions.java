package dev.diabolo.plugins.adversarial.classes;

import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.Option;
import java.util.List;

/** Settings of {@link ClassAndStyleLossProvider}. */
public record ClassAndStyleLossOptions(
        @Option(
                help = "widths of the hidden layers of each of the two discriminators; may be none",
                unit = "units",
                defaultValue = "1000,1000",
                min = 1,
                max = 1_000_000)
        List<Integer> hidden,

        @Option(help = "activation of these layers", defaultValue = "relu")
        Activation activation,

        @Option(help = "distribution of their first weights", defaultValue = "glorot-uniform")
        WeightInitialisation initialisation,

        @Option(
                help = "weight of telling the class, for each example whose label is known; 0 to learn without labels",
                defaultValue = "1",
                min = 0,
                max = 1e6)
        double classification) {
    public ClassAndStyleLossOptions {
        hidden = List.copyOf(hidden);
    }

    Layering network() {
        return new Layering(hidden, activation, initialisation);
    }
}
