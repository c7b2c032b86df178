package dev.diabolo.plugins.vae.prior.vamp;

import dev.diabolo.spi.option.Option;

/** Settings of {@link VampPriorProvider}. */
public record VampPriorOptions(
        @Option(help = "inputs that are learnt", defaultValue = "100", min = 1, max = 100_000)
        int components,

        @Option(
                help = "first value of their numbers in the middle, as a logit: -2 is 0.12",
                defaultValue = "-2",
                min = -100,
                max = 100)
        double middle,

        @Option(help = "standard deviation of their numbers' first logits", defaultValue = "1", min = 0, max = 100)
        double spread) {}
