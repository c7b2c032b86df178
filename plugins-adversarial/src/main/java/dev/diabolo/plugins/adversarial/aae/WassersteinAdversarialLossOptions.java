package dev.diabolo.plugins.adversarial.aae;

import dev.diabolo.plugins.adversarial.discriminator.DiscriminatorOptions;
import dev.diabolo.spi.option.Option;

/** Settings of {@link WassersteinAdversarialLossProvider}. */
public record WassersteinAdversarialLossOptions(
        @Option(help = "the network that tells codes from draws of the prior")
        DiscriminatorOptions discriminator,

        @Option(help = "weight of deceiving the discriminator, beside the reconstruction", defaultValue = "10", min = 0)
        double weight) {}
