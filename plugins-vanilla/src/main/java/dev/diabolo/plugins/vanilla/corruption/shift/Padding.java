package dev.diabolo.plugins.vanilla.corruption.shift;

/** What comes in at the side from which an image is shifted away. */
public enum Padding {
    /** 0: black. */
    ZERO,
    /** The outermost pixels, again and again. */
    EDGE
}
