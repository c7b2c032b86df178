package dev.diabolo.plugins.vae.gaussian;

import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.Option;
import java.util.List;

/** Settings of {@link GaussianPosteriorProvider}. */
public record GaussianPosteriorOptions(
        @Option(help = "numbers in a code", defaultValue = "20", min = 1, max = 1_000_000)
        int size,

        @Option(
                help =
                        "widths of layers of its own, between the features, with the label where there is one, and mean and variance;"
                                + " may be none",
                unit = "units",
                min = 1,
                max = 1_000_000)
        List<Integer> hidden,

        @Option(help = "activation of these layers", defaultValue = "relu")
        Activation activation,

        @Option(help = "distribution of the first weights", defaultValue = "glorot-uniform")
        WeightInitialisation initialisation,

        @Option(
                help = "log-variances within this of zero are as they are; beyond, they grow ever more slowly",
                defaultValue = BOUND,
                unit = "nats",
                min = 1,
                max = 40)
        double logVarianceBound) {
    /** Of every posterior that begins with a normal distribution. */
    public static final String BOUND = "15";

    public GaussianPosteriorOptions {
        hidden = List.copyOf(hidden);
    }
}
