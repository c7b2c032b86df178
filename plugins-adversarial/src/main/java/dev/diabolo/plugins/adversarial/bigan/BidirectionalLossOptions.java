package dev.diabolo.plugins.adversarial.bigan;

import dev.diabolo.plugins.adversarial.discriminator.DiscriminatorOptions;
import dev.diabolo.spi.option.Option;

/** Settings of {@link BidirectionalLossProvider}. */
public record BidirectionalLossOptions(
        @Option(help = "the network that tells data with their codes from codes with what is decoded from them")
        DiscriminatorOptions discriminator) {}
