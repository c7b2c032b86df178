package dev.diabolo.plugins.vanilla.attention;

/** How the tokens of an example become its features. */
public enum Pooling {
    /** All of them, one after the other: {@code count width} features. */
    FLATTEN,
    /** Their mean: {@code width} features. */
    MEAN
}
