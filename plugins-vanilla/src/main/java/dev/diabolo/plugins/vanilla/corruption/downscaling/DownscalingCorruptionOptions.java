package dev.diabolo.plugins.vanilla.corruption.downscaling;

import dev.diabolo.spi.option.Option;

/** Settings of {@link DownscalingCorruptionProvider}. */
public record DownscalingCorruptionOptions(
        @Option(
                help = "pixels of each side that become one; a divisor of the image's height and width",
                unit = "pixels",
                defaultValue = "2",
                min = 1,
                max = 1024)
        int factor,

        @Option(help = "how the smaller image is brought back to its size", defaultValue = "bilinear")
        Interpolation interpolation) {}
