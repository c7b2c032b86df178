package dev.diabolo;

import dev.diabolo.engine.LabelledExamples;
import dev.diabolo.spi.data.Examples;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
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

    /**
     * Writes the label of an example, where the model is given labels.
     *
     * @param from where in the row
     * @param examples the example is one of; null where it is a row without a label
     * @throws dev.diabolo.spi.error.DiaboloException (USER) for a missing label where one is needed, and for an unknown one
     */
    void write(float[] row, int from, @Nullable Examples examples, int index) {
        if (known.isPresent()) {
            LabelledExamples.write(place(known.get(), examples, index), classes(), row, from);
        }
    }

    /** The class of an example. */
    private int place(Classes classes, @Nullable Examples examples, int index) {
        if (given.isPresent()) {
            return classes.indexOf(given.getAsInt());
        }
        if (examples != null && examples.labelled()) {
            return classes.indexOf(examples.label(index));
        }
        if (classes.conditioning()) {
            throw classes.missing();
        }
        return LabelledExamples.UNKNOWN;
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
        return known.isEmpty() ? scaled : of(scaled, index -> true);
    }

    /** As {@link #of(Examples)}, of which some labels are known; not of a model that is given none. */
    Examples of(Examples scaled, IntPredicate told) {
        Classes classes = known.orElseThrow();
        return new LabelledExamples(
                scaled,
                classes.values().size(),
                index -> told.test(index) ? place(classes, scaled, index) : LabelledExamples.UNKNOWN);
    }
}
