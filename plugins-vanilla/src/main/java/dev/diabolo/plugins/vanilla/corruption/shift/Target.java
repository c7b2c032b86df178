package dev.diabolo.plugins.vanilla.corruption.shift;

/** What is to be reconstructed of a shifted image. */
public enum Target {
    /** The shifted image itself: more examples to learn from; nothing is shifted outside of training. */
    SHIFTED,
    /** The image as it was: the model learns to undo the shift, and is measured by that. */
    ORIGINAL
}
