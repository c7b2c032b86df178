package dev.diabolo.plugins.vae.quantised;

/** How a codebook learns. */
public enum CodebookLearning {
    /** Each entry follows the average of what chose it. */
    MOVING_AVERAGE,

    /** Entries are parameters; the term {@code codebook} of the loss draws them to what chose them. */
    GRADIENT
}
