package dev.diabolo.plugins.vanilla.contractive;

import dev.diabolo.spi.option.Option;

/** Settings of {@link ContractivePenalty}. */
public record ContractiveOptions(
        @Option(
                help = "weight of the squared norm of the encoder's Jacobian; 0 leaves it out",
                defaultValue = "0",
                min = 0)
        double weight,

        @Option(
                help = "length of the difference quotient's step, in units of a direction's deviation in each value",
                defaultValue = "0.01",
                min = 0,
                minExclusive = true,
                max = 1)
        double step) {}
