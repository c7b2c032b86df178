package dev.diabolo.spi.graph;

/** The distribution of a noise placeholder's values. */
public enum NoiseKind {
    /** Normal with mean 0 and variance 1. */
    STANDARD_NORMAL,
    /** Uniform on [0, 1). */
    UNIFORM
}
