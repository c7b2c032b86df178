package dev.diabolo.plugins.vae.importance;

/** How the gradient of an importance-weighted bound is estimated. */
public enum Estimator {
    /** The gradient of the bound itself. */
    STANDARD,
    /** Doubly reparameterised: for the encoder of less variance, the more so the more samples there are. */
    DOUBLY_REPARAMETERISED
}
