package dev.diabolo.plugins.vae.ladder;

import dev.diabolo.plugins.vae.gaussian.GaussianPosteriorOptions;
import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.Option;
import java.util.List;

/** Settings of {@link HierarchicalPriorProvider}. */
public record HierarchicalPriorOptions(
        @Option(
                help = "numbers in each layer of the code, from the data upwards; at least one layer",
                defaultValue = "20,8",
                min = 1,
                max = 1_000_000)
        List<Integer> sizes,

        @Option(
                help = "units between two layers, as many as the posterior has",
                defaultValue = "100",
                unit = "units",
                min = 1,
                max = 1_000_000)
        int hidden,

        @Option(help = "activation of these units, that of the posterior", defaultValue = "relu")
        Activation activation,

        @Option(
                help = "distribution of the first weights where there is no posterior to share with",
                defaultValue = "glorot-uniform")
        WeightInitialisation initialisation,

        @Option(
                help = "log-variances within this of zero are as they are; beyond, they grow ever more slowly",
                defaultValue = GaussianPosteriorOptions.BOUND,
                unit = "nats",
                min = 1,
                max = 40)
        double logVarianceBound) {
    public HierarchicalPriorOptions {
        sizes = List.copyOf(sizes);
    }

    Hierarchy hierarchy() {
        return new Hierarchy(Layering.require(sizes, "prior"), hidden, activation, initialisation, logVarianceBound);
    }
}
