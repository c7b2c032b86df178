package dev.diabolo;

import dev.diabolo.spi.data.Examples;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Writes the labels that a model is given.
 *
 * @param known the labels that it knows; empty where it is given none
 * @param given the label that every row has; empty where each has its own
 */
record Labelling(Optional<Classes> known, OptionalInt given) {
    /** How many values it writes. */
    int classes() {
        return known.map(classes -> classes.values().size()).orElse(0);
    }

    /** Writes that no label is known. */
    void clear(float[] row, int from) {
        Arrays.fill(row, from, from + classes(), 0);
    }

    /**
     * Writes the label of an example.
     *
     * @param from where in the row
     * @param examples the example is one of; null where it is a row without a label
     * @throws dev.diabolo.spi.error.DiaboloException (USER) for a missing label where one is needed, and for an unknown one
     */
    void write(float[] row, int from, @Nullable Examples examples, int index) {
        if (known.isEmpty()) {
            return;
        }
        clear(row, from);
        Classes classes = known.get();
        int label = Classes.UNKNOWN;
        if (given.isPresent()) {
            label = given.getAsInt();
        } else if (examples != null && examples.labelled()) {
            label = examples.label(index);
        } else if (classes.conditioning()) {
            throw classes.missing();
        }
        int place = classes.indexOf(label);
        if (place >= 0) {
            row[from + place] = 1;
        }
    }

    /** The class of the n-th example that is generated: the given one, or each in turn. */
    int classOf(int number) {
        if (given.isEmpty()) {
            return number % Math.max(1, classes());
        }
        // Clusters have no labels but their numbers.
        return known.map(classes -> classes.indexOf(given.getAsInt())).orElse(given.getAsInt());
    }

    /** Examples as the engine takes them. */
    Examples of(Examples scaled) {
        return known.isEmpty() ? scaled : new LabelledRows(scaled, this, index -> true);
    }

    /** As {@link #of}, of which no label is known. */
    Examples unlabelled(Examples scaled) {
        return new LabelledRows(scaled, this, index -> false);
    }
}
