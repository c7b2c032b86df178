package dev.diabolo.plugins.vanilla.corruption.downscaling;

/** How a smaller image is brought back to its size. */
public enum Interpolation {
    /** Blocks of equal pixels. */
    NEAREST,
    /** Linear between the centres of the blocks, and constant beyond the outermost. */
    BILINEAR
}
