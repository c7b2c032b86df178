package dev.diabolo.plugins.adversarial.alad;

import dev.diabolo.plugins.adversarial.discriminator.DiscriminatorOptions;
import dev.diabolo.spi.option.Option;

/** Settings of {@link LearnedAnomalyLossProvider}. */
public record LearnedAnomalyLossOptions(
        @Option(help = "the three discriminators, of which that of codes is fully connected")
        DiscriminatorOptions discriminator) {}
