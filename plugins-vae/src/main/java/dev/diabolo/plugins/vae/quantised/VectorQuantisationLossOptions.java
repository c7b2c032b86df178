package dev.diabolo.plugins.vae.quantised;

import dev.diabolo.spi.option.Option;

/** Settings of {@link VectorQuantisationLossProvider}. */
public record VectorQuantisationLossOptions(
        @Option(
                help = "weight of the commitment: how strongly the encoder is held to the entries that it chose",
                defaultValue = "0.25",
                min = 0)
        double commitment) {}
