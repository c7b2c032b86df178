package dev.diabolo.plugins.vanilla.corruption.occlusion;

/** What is put in place of what is hidden. */
public enum Fill {
    /** 0: black. */
    ZERO,
    /** The mean of each channel of the image. */
    MEAN
}
