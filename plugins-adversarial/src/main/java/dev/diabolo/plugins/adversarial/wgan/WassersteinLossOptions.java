package dev.diabolo.plugins.adversarial.wgan;

import dev.diabolo.plugins.adversarial.discriminator.DiscriminatorOptions;
import dev.diabolo.spi.option.Option;

/**
 * Settings of {@link WassersteinLossProvider}. The weight of the penalty is 10 in Gulrajani et al. 2017, and 0.1 in their program for points in the
 * plane. A step of a hundredth leaves float32 some four digits of the penalty's gradient, one of a thousandth some three; shorter ones are refused.
 */
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
                help =
                        "random directions in which the penalty measures the slope; along the axes instead, which is exact, where the data have no more numbers",
                defaultValue = "4",
                min = 1,
                max = 1000)
        int directions,

        @Option(
                help =
                        "how far apart the points are whose difference is the slope, as a share of the data's range; small beside what the critic is to tell apart",
                defaultValue = "0.01",
                min = 1e-3,
                max = 1)
        double step) {}
