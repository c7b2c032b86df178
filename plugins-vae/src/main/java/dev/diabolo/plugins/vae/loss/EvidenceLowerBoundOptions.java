package dev.diabolo.plugins.vae.loss;

import dev.diabolo.spi.option.Option;

/** Settings of {@link EvidenceLowerBoundProvider}. */
public record EvidenceLowerBoundOptions(
        @Option(help = "weight of the divergence from the prior", defaultValue = "1", min = 0)
        double beta,

        @Option(help = "samples of each example's code", defaultValue = "1", min = 1, max = 1_000_000)
        int samples,

        @Option(
                help = "what the divergence of each dimension, in the mean of a batch, may be without cost",
                defaultValue = "0",
                unit = "nats",
                min = 0)
        double freeBits,

        @Option(help = "the course of beta") WarmUpOptions warmUp) {}
