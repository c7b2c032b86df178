package dev.diabolo.plugins.vae.flow;

import dev.diabolo.plugins.vae.gaussian.GaussianPosteriorOptions;
import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.Option;
import java.util.List;

/** Settings of {@link AutoregressiveFlowPosteriorProvider}. */
public record AutoregressiveFlowPosteriorOptions(
        @Option(help = "numbers in a code", defaultValue = "20", min = 1, max = 1_000_000)
        int size,

        @Option(help = "flows, one behind the other", defaultValue = "4", min = 1, max = 1000)
        int flows,

        @Option(
                help = "units of the hidden layers of each flow's masked network",
                defaultValue = "128",
                unit = "units",
                min = 1,
                max = 1_000_000)
        List<Integer> hidden,

        @Option(help = "activation of the hidden layers", defaultValue = "elu")
        Activation activation,

        @Option(help = "distribution of the first weights", defaultValue = "glorot-uniform")
        WeightInitialisation initialisation,

        @Option(
                help = "log-variances within this of zero are as they are; beyond, they grow ever more slowly",
                defaultValue = GaussianPosteriorOptions.BOUND,
                unit = "nats",
                min = 1,
                max = 40)
        double logVarianceBound) {
    public AutoregressiveFlowPosteriorOptions {
        hidden = List.copyOf(hidden);
    }

    /** What all flows have. */
    FlowPosteriorOptions base() {
        return new FlowPosteriorOptions(size, flows, initialisation, logVarianceBound);
    }
}
