package dev.diabolo.plugins.vae.totalcorrelation;

import dev.diabolo.spi.option.Option;

/** Settings of {@link TotalCorrelationProvider}. */
public record TotalCorrelationOptions(
        @Option(help = "weight of the information that codes have about examples", defaultValue = "1", min = 0)
        double alpha,

        @Option(help = "weight of the total correlation of the dimensions", defaultValue = "6", min = 0)
        double beta,

        @Option(help = "weight of the divergence of each dimension from the prior", defaultValue = "1", min = 0)
        double gamma) {}
