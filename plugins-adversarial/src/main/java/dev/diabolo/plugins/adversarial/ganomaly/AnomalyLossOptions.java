package dev.diabolo.plugins.adversarial.ganomaly;

import dev.diabolo.plugins.adversarial.discriminator.DiscriminatorOptions;
import dev.diabolo.spi.option.Option;

/** Settings of {@link AnomalyLossProvider}; weights as in the source. */
public record AnomalyLossOptions(
        @Option(
                help =
                        "the network that tells data from reconstructions; the second encoder has the same hidden layers")
        DiscriminatorOptions discriminator,

        @Option(
                help = "weight of the difference in the discriminator's features",
                defaultValue = "1",
                min = 0,
                max = 1e6)
        double features,

        @Option(help = "weight of the absolute error of reconstructions", defaultValue = "50", min = 0, max = 1e6)
        double context,

        @Option(
                help = "weight of the difference between the codes of data and of their reconstructions",
                defaultValue = "1",
                min = 0,
                max = 1e6)
        double code) {}
