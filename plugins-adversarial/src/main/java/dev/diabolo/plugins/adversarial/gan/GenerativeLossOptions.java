package dev.diabolo.plugins.adversarial.gan;

import dev.diabolo.plugins.adversarial.discriminator.DiscriminatorOptions;
import dev.diabolo.spi.option.Option;

/** Settings of {@link GenerativeLossProvider}. */
public record GenerativeLossOptions(
        @Option(help = "the network that tells data from what is generated")
        DiscriminatorOptions discriminator) {}
