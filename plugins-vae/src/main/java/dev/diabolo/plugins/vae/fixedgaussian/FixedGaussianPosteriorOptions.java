package dev.diabolo.plugins.vae.fixedgaussian;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.Option;

/** Settings of {@link FixedGaussianPosteriorProvider}. */
public record FixedGaussianPosteriorOptions(
        @Option(help = "numbers in a code", defaultValue = "20", min = 1, max = 1_000_000)
        int size,

        @Option(
                help = "standard deviation of every number of every code, in the units of the prior",
                defaultValue = "0.3",
                min = 1e-6,
                max = 1e6)
        double deviation,

        @Option(
                help =
                        "standard deviation that all codes together have in each dimension, by normalising the means of each batch;"
                                + " 0: whatever they have",
                defaultValue = "0",
                min = 0,
                max = 1e6)
        double spread,

        @Option(help = "distribution of the first weights", defaultValue = "glorot-uniform")
        WeightInitialisation initialisation) {
    public FixedGaussianPosteriorOptions {
        if (spread != 0 && spread <= deviation) {
            throw DiaboloException.user(
                    "options.invalid",
                    Problem.of("codes that deviate by " + deviation + " each cannot spread over " + spread
                                    + " together")
                            .at("spread")
                            .allowed("0, or more than deviation=" + deviation)
                            .remedy("set it to the prior's deviation, or lower deviation"));
        }
    }

    /** What is left to the means. */
    double spreadOfMeans() {
        return Math.sqrt(spread * spread - deviation * deviation);
    }
}
