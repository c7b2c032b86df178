package dev.diabolo.plugins.adversarial.classes;

import dev.diabolo.spi.graph.Normalisation;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.Option;

/** Settings of {@link ClassAndStylePosteriorProvider}. */
public record ClassAndStylePosteriorOptions(
        @Option(help = "classes", defaultValue = "10", min = 2, max = 1000)
        int classes,

        @Option(help = "numbers in the style", defaultValue = "10", min = 1, max = 1_000_000)
        int size,

        @Option(help = "distribution of the first weights", defaultValue = "glorot-uniform")
        WeightInitialisation initialisation,

        @Option(
                help =
                        "what of the classes is normalised before their probabilities; batch keeps all from falling into one",
                defaultValue = "none")
        Normalisation normalisation) {}
