package dev.diabolo.testkit.example;

import dev.diabolo.spi.option.Option;

/** Settings of {@link LinearEncoderProvider}. */
public record LinearEncoderOptions(
        @Option(help = "numbers in the features", unit = "units", defaultValue = "16", min = 1, max = 1_000_000)
        int units) {}
