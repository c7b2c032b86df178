package dev.diabolo.plugins.vanilla.loss;

import dev.diabolo.spi.option.Option;

/** Settings of {@link StructuralSimilarityProvider}. */
public record StructuralSimilarityOptions(
        @Option(
                help = "height and width of the window; smaller images have a smaller one",
                unit = "pixels",
                defaultValue = "11",
                min = 1,
                max = 1_000)
        int window,

        @Option(
                help = "standard deviation of the window's weights",
                unit = "pixels",
                defaultValue = "1.5",
                min = 0.1,
                max = 1_000)
        double deviation) {}
