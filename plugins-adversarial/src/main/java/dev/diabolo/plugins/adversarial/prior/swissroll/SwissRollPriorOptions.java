package dev.diabolo.plugins.adversarial.prior.swissroll;

import dev.diabolo.spi.option.Option;

/** Settings of {@link SwissRollPriorProvider}. */
public record SwissRollPriorOptions(
        @Option(
                help = "distance of the spiral's end from the origin",
                defaultValue = "3",
                min = 0,
                minExclusive = true,
                max = 1000)
        double radius,

        @Option(help = "turns around the origin", defaultValue = "2", min = 0, max = 10)
        double turns,

        @Option(help = "standard deviation of the noise", defaultValue = "0.1", min = 0.01, max = 1000)
        double deviation) {}
