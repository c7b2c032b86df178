package dev.diabolo.plugins.adversarial.prior.circle;

import dev.diabolo.spi.option.Option;

/** Settings of {@link CirclePriorProvider}. */
public record CirclePriorOptions(
        @Option(
                help = "normal distributions on the circle; the number of classes",
                defaultValue = "10",
                min = 1,
                max = 10_000)
        int components,

        @Option(help = "distance of their means from the origin", defaultValue = "3", min = 0, max = 1e6)
        double radius,

        @Option(
                help = "standard deviation along the radius",
                defaultValue = "0.6",
                min = 0,
                minExclusive = true,
                max = 1e6)
        double along,

        @Option(
                help = "standard deviation across the radius",
                defaultValue = "0.2",
                min = 0,
                minExclusive = true,
                max = 1e6)
        double across) {}
