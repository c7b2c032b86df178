package dev.diabolo.plugins.vae.likelihood.gaussian;

import dev.diabolo.plugins.vae.likelihood.scale.ScaleOptions;
import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.option.Option;

/** Settings of {@link GaussianLikelihoodProvider}. */
public record GaussianLikelihoodOptions(
        @Option(
                help = "activation of the location: linear for any data, sigmoid for data in [0, 1]",
                defaultValue = "linear")
        Activation activation,

        @Option(help = "how wide the distribution is") ScaleOptions scale) {}
