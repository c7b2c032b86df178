package dev.diabolo.plugins.vae.loss;

import dev.diabolo.spi.option.Option;

/** Settings of {@link EvidenceLowerBoundProvider}. */
public record EvidenceLowerBoundOptions(
        @Option(help = "weight of the divergence from the prior", defaultValue = "1", min = 0)
        double beta) {}
