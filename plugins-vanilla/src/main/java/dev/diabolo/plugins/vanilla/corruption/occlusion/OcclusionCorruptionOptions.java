package dev.diabolo.plugins.vanilla.corruption.occlusion;

import dev.diabolo.spi.option.Option;

/** Settings of {@link OcclusionCorruptionProvider}. */
public record OcclusionCorruptionOptions(
        @Option(
                help = "height of the rectangle as a share of the image's",
                defaultValue = "0.5",
                min = 0,
                minExclusive = true,
                max = 1)
        double height,

        @Option(
                help = "width of the rectangle as a share of the image's",
                defaultValue = "0.5",
                min = 0,
                minExclusive = true,
                max = 1)
        double width,

        @Option(help = "what is put into the rectangle", defaultValue = "zero")
        Fill fill) {}
