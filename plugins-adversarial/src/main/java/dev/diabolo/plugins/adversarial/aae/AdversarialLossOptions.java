package dev.diabolo.plugins.adversarial.aae;

import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.Option;
import java.util.List;

/** Settings of {@link AdversarialLossProvider}. */
public record AdversarialLossOptions(
        @Option(
                help = "widths of the discriminator's hidden layers",
                unit = "units",
                defaultValue = "1000,1000",
                min = 1,
                max = 1_000_000)
        List<Integer> hidden,

        @Option(help = "activation of the discriminator's hidden layers", defaultValue = "relu")
        Activation activation,

        @Option(help = "distribution of the discriminator's first weights", defaultValue = "glorot-uniform")
        WeightInitialisation initialisation) {}
