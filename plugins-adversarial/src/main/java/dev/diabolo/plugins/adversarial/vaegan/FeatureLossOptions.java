package dev.diabolo.plugins.adversarial.vaegan;

import dev.diabolo.plugins.adversarial.discriminator.DiscriminatorOptions;
import dev.diabolo.spi.option.Option;

/** Settings of {@link FeatureLossProvider}. */
public record FeatureLossOptions(
        @Option(help = "the network that tells data from what is decoded, and whose last hidden layer compares them")
        DiscriminatorOptions discriminator,

        @Option(
                help = "weight of deceiving the discriminator for the decoder, beside the features",
                defaultValue = "1",
                min = 0,
                max = 1e6)
        double weight,

        @Option(
                help = "weight of the features, beside the divergence of the posterior: one over their variance",
                defaultValue = "1",
                min = 0,
                max = 1e6)
        double features) {}
