package dev.diabolo.plugins.adversarial.classes;

import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.Option;
import java.util.List;

/** Settings of {@link LabelInformedLossProvider}. */
public record LabelInformedLossOptions(
        @Option(
                help = "widths of the discriminator's hidden layers; may be none",
                unit = "units",
                defaultValue = "1000,1000",
                min = 1,
                max = 1_000_000)
        List<Integer> hidden,

        @Option(help = "activation of these layers", defaultValue = "relu")
        Activation activation,

        @Option(help = "distribution of their first weights", defaultValue = "glorot-uniform")
        WeightInitialisation initialisation) {
    public LabelInformedLossOptions {
        hidden = List.copyOf(hidden);
    }

    Layering network() {
        return new Layering(hidden, activation, initialisation);
    }
}
