package dev.diabolo.spi.training;

/** Why a training run ended. */
public enum Ending {
    /** Its last epoch was done. */
    COMPLETED,
    /** It got no further, and was told to end then. */
    CONVERGED,
    /** It was asked to stop. */
    STOPPED,
    /** Its numbers were no longer finite. */
    DIVERGED
}
