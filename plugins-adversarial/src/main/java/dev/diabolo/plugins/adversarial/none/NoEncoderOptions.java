package dev.diabolo.plugins.adversarial.none;

import dev.diabolo.spi.option.Option;

/** Settings of {@link NoEncoderProvider}. */
public record NoEncoderOptions(
        @Option(help = "numbers in a code that the model generates from", defaultValue = "8", min = 1, max = 1_000_000)
        int size) {}
