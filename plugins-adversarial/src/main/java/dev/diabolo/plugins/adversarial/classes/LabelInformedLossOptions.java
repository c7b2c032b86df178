package dev.diabolo.plugins.adversarial.classes;

import dev.diabolo.plugins.adversarial.discriminator.DiscriminatorOptions;
import dev.diabolo.spi.option.Option;

/** Settings of {@link LabelInformedLossProvider}. */
public record LabelInformedLossOptions(
        @Option(help = "the network that tells codes from draws of their label")
        DiscriminatorOptions discriminator) {}
