package dev.diabolo.plugins.adversarial.prior.uniform;

import dev.diabolo.spi.option.Option;

/** Settings of {@link UniformPriorProvider}. */
public record UniformPriorOptions(
        @Option(help = "the least value of each number", defaultValue = "-1", min = -1e6, max = 1e6)
        double low,

        @Option(help = "the greatest value of each number", defaultValue = "1", min = -1e6, max = 1e6)
        double high) {}
