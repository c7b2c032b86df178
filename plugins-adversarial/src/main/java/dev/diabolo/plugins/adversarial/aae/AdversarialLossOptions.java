package dev.diabolo.plugins.adversarial.aae;

import dev.diabolo.plugins.adversarial.discriminator.DiscriminatorOptions;
import dev.diabolo.spi.option.Option;

/** Settings of {@link AdversarialLossProvider}. */
public record AdversarialLossOptions(
        @Option(help = "the network that tells codes from draws of the prior")
        DiscriminatorOptions discriminator) {}
