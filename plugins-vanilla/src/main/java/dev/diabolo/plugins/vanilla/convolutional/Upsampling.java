package dev.diabolo.plugins.vanilla.convolutional;

/** How a decoder's stage makes its maps larger. */
public enum Upsampling {
    /** A transposed convolution: each place writes a window of the larger map. */
    TRANSPOSED,
    /** Each place is repeated, and then convolved. */
    RESIZE
}
