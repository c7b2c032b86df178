package dev.diabolo.plugins.vanilla.sparse;

import dev.diabolo.spi.option.Option;

/** Weights of the penalties on a code; those of weight 0 are not computed. */
public record CodePenaltyOptions(
        @Option(help = "weight of the sum of the code's absolute values", defaultValue = "0", min = 0)
        double l1,

        @Option(help = "weight of the sum of the code's squares", defaultValue = "0", min = 0)
        double l2,

        @Option(
                help = "weight of the divergence of each unit's mean activation from rho; needs a code in [0, 1]",
                defaultValue = "0",
                min = 0)
        double kl,

        @Option(
                help = "the mean activation that the divergence is from",
                defaultValue = "0.05",
                min = 0,
                max = 1,
                minExclusive = true,
                maxExclusive = true)
        double rho) {}
