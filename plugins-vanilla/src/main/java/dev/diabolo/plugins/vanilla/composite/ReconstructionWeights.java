package dev.diabolo.plugins.vanilla.composite;

import dev.diabolo.spi.option.Option;

/** Weights of the reconstruction errors; those of weight 0 are not computed. */
public record ReconstructionWeights(
        @Option(help = "weight of the mean squared error", defaultValue = "1", min = 0)
        double mse,

        @Option(help = "weight of the mean absolute error", defaultValue = "0", min = 0)
        double mae,

        @Option(help = "weight of Huber's error", defaultValue = "0", min = 0)
        double huber,

        @Option(help = "weight of one minus the structural similarity of images", defaultValue = "0", min = 0)
        double ssim,

        @Option(help = "weight of the binary cross-entropy", defaultValue = "0", min = 0)
        double crossEntropy) {}
