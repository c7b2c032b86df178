package dev.diabolo.plugins.vanilla.corruption.shift;

import dev.diabolo.spi.option.Option;

/** Settings of {@link ShiftCorruptionProvider}. */
public record ShiftCorruptionOptions(
        @Option(
                help = "the furthest that an image is shifted along each axis, in either direction",
                unit = "pixels",
                defaultValue = "2",
                min = 0,
                max = 64)
        int distance,

        @Option(help = "what comes in at the edge", defaultValue = "zero")
        Padding padding,

        @Option(help = "what is to be reconstructed", defaultValue = "shifted")
        Target target) {}
