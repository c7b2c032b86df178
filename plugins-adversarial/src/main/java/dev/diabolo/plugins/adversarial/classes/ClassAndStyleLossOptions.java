package dev.diabolo.plugins.adversarial.classes;

import dev.diabolo.plugins.adversarial.discriminator.DiscriminatorOptions;
import dev.diabolo.spi.option.Option;

/** Settings of {@link ClassAndStyleLossProvider}. */
public record ClassAndStyleLossOptions(
        @Option(help = "each of the two networks that tell classes, and styles, from draws of the prior")
        DiscriminatorOptions discriminator,

        @Option(
                help = "weight of telling the class, for each example whose label is known; 0 to learn without labels",
                defaultValue = "1",
                min = 0,
                max = 1e6)
        double classification,

        @Option(
                help =
                        "weight of telling the same class of an image that is a little deformed; 0 for none, and for data that are no images",
                defaultValue = "0",
                min = 0,
                max = 1e6)
        double consistency,

        @Option(
                help = "standard deviation of how far such an image is moved, and of how far its edges are besides",
                unit = "pixels",
                defaultValue = "1",
                min = 0,
                max = 64)
        double deformation) {}
