package dev.diabolo.plugins.adversarial.wgan;

import dev.diabolo.plugins.adversarial.discriminator.DiscriminatorOptions;
import dev.diabolo.spi.option.Option;

/** Settings of {@link WassersteinLossProvider}. */
public record WassersteinLossOptions(
        @Option(help = "the critic; smoothing does not apply to it")
        DiscriminatorOptions discriminator,

        @Option(
                help = "weight of keeping the critic's slope near 1; 0: no penalty, use trainer.clip-weights",
                defaultValue = "0",
                min = 0,
                max = 1e6)
        double penalty,

        @Option(
                help = "random directions in which the penalty measures the slope",
                defaultValue = "4",
                min = 1,
                max = 1000)
        int directions) {}
