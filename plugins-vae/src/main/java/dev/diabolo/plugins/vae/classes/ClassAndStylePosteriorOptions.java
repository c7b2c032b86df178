package dev.diabolo.plugins.vae.classes;

import dev.diabolo.plugins.vae.gaussian.GaussianPosteriorOptions;
import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.Option;
import java.util.List;

/** Settings of {@link ClassAndStylePosteriorProvider}. */
public record ClassAndStylePosteriorOptions(
        @Option(help = "classes", defaultValue = "10", min = 2, max = 1000)
        int classes,

        @Option(help = "numbers in the style", defaultValue = "50", min = 1, max = 1_000_000)
        int size,

        @Option(
                help =
                        "widths of the layers between features and class on the one side, and the style on the other; may be none",
                unit = "units",
                defaultValue = "256",
                min = 1,
                max = 1_000_000)
        List<Integer> hidden,

        @Option(help = "activation of these layers", defaultValue = "relu")
        Activation activation,

        @Option(
                help =
                        "how far the class of a sample in training is from one-hot: near zero it is one-hot, far above all alike",
                defaultValue = "0.5",
                min = 0.01,
                max = 100)
        double temperature,

        @Option(
                help = "decode one-hot classes in training too, with the gradients of the relaxed ones",
                defaultValue = "false")
        boolean straightThrough,

        @Option(help = "distribution of the first weights", defaultValue = "glorot-uniform")
        WeightInitialisation initialisation,

        @Option(
                help = "log-variances within this of zero are as they are; beyond, they grow ever more slowly",
                defaultValue = GaussianPosteriorOptions.BOUND,
                unit = "nats",
                min = 1,
                max = 40)
        double logVarianceBound) {
    public ClassAndStylePosteriorOptions {
        hidden = List.copyOf(hidden);
    }
}
