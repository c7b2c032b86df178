package dev.diabolo.plugins.vae.flow;

import dev.diabolo.plugins.vae.gaussian.GaussianPosteriorOptions;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.Option;

/** Settings of {@link PlanarFlowPosteriorProvider} and {@link RadialFlowPosteriorProvider}. */
public record FlowPosteriorOptions(
        @Option(help = "numbers in a code", defaultValue = "20", min = 1, max = 1_000_000)
        int size,

        @Option(help = "flows, one behind the other", defaultValue = "10", min = 1, max = 1000)
        int flows,

        @Option(help = "distribution of the first weights", defaultValue = "glorot-uniform")
        WeightInitialisation initialisation,

        @Option(
                help = "log-variances within this of zero are as they are; beyond, they grow ever more slowly",
                defaultValue = GaussianPosteriorOptions.BOUND,
                unit = "nats",
                min = 1,
                max = 40)
        double logVarianceBound) {}
