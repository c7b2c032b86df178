package dev.diabolo.spi.data;

import dev.diabolo.spi.graph.TensorSpec;
import java.util.List;

/**
 * Examples by number, all of one shape. Values are finite and in the source's own units; labels, where there are any,
 * are small whole numbers. Safe to read from several threads at once.
 */
public interface Examples {
    /** The shape of one example. */
    TensorSpec spec();

    /** How many examples there are. */
    int size();

    /**
     * Copies one example's values, row by row, into an array.
     *
     * @param index in [0, size)
     * @param target receives {@code spec().size()} values from {@code offset} on
     */
    void read(int index, float[] target, int offset);

    /**
     * Whether reading only copies from memory. Where it does not, as with files, whoever needs many examples does well to read
     * them ahead, on another thread.
     */
    default boolean inMemory() {
        return true;
    }

    /** The label of an example whose class is not known, among examples with labels. */
    int UNKNOWN_LABEL = -1;

    /** Whether examples have labels. */
    default boolean labelled() {
        return false;
    }

    /** What each example comes with, and is none of its values; models may be conditioned on it. Nothing, for most. */
    default List<ConditionColumn> conditions() {
        return List.of();
    }

    /**
     * Copies what one example comes with: a number for each of {@link #conditions()}; of categories, the place among them.
     *
     * @param index in [0, size)
     * @param target receives the numbers from {@code offset} on
     */
    default void readConditions(int index, float[] target, int offset) {}

    /**
     * Where one example comes from, as messages call it: a file and a line, where that is known.
     *
     * @param index in [0, size)
     */
    default String origin(int index) {
        return "example " + (index + 1);
    }

    /**
     * One example's label; {@link #UNKNOWN_LABEL} where it is not known.
     *
     * @param index in [0, size)
     * @throws IllegalStateException where {@link #labelled()} is false
     */
    default int label(int index) {
        throw new IllegalStateException("these examples have no labels");
    }
}
