package dev.diabolo.plugins.vae.likelihood.student;

import dev.diabolo.plugins.vae.likelihood.scale.ScaleOptions;
import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.option.Option;

/** Settings of {@link StudentLikelihoodProvider}. */
public record StudentLikelihoodOptions(
        @Option(
                help = "activation of the location: linear for any data, sigmoid for data in [0, 1]",
                defaultValue = "linear")
        Activation activation,

        @Option(
                help = "degrees of freedom: fewer have heavier tails; many are almost a normal distribution",
                defaultValue = "4",
                min = 1,
                minExclusive = true,
                max = 1_000_000)
        double degrees,

        @Option(help = "how wide the distribution is") ScaleOptions scale) {}
