package dev.diabolo.engine.compute;

/** How a batch of sequences lies in memory: n examples of {@code width} values at each of {@code time} steps. */
public enum SequenceOrder {
    /** {@code [n, width, time]}, as data is. */
    TIME_LAST,
    /** {@code [n, time, width]}. */
    WIDTH_LAST,
    /** For each piece of the batch {@code [time, examples of the piece, width]}; see {@link CellShape}. */
    BY_STEPS
}
