package dev.diabolo.plugins.adversarial.factor;

import dev.diabolo.plugins.adversarial.discriminator.DiscriminatorOptions;
import dev.diabolo.spi.option.Option;

/** Settings of {@link FactorLossProvider}. */
public record FactorLossOptions(
        @Option(help = "the network that tells codes from codes whose dimensions are permuted")
        DiscriminatorOptions discriminator,

        @Option(help = "weight of the total correlation", defaultValue = "10", min = 0, max = 1e6)
        double gamma) {}
