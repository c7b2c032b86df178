package dev.diabolo.plugins.vanilla.rae;

import dev.diabolo.spi.option.Option;

/** Weights of the penalties on a decoder; those of weight 0 are not computed. */
public record DecoderPenaltyOptions(
        @Option(help = "weight of the sum of the squares of the decoder's parameters", defaultValue = "0", min = 0)
        double l2,

        @Option(help = "weight of the squared norm of the decoder's Jacobian to the code", defaultValue = "0", min = 0)
        double gradient,

        @Option(
                help = "length of the difference quotient's step, in units of a direction's deviation in each value",
                defaultValue = "0.01",
                min = 0,
                minExclusive = true,
                max = 1)
        double step) {}
