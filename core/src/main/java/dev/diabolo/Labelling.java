package dev.diabolo;

import dev.diabolo.engine.LabelledExamples;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
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
     * @throws DiaboloException (USER) for a missing label where one is needed, and for an unknown one
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
        return classes.unknown();
    }

    /** The class of the n-th example that is generated: the given one, or each in turn. */
    int classOf(int number) {
        if (given.isEmpty()) {
            return number % Math.max(1, classes());
        }
        // Clusters have no labels but their numbers.
        return known.map(classes -> classes.indexOf(given.getAsInt())).orElse(given.getAsInt());
    }

    /**
     * What can be given: labels, or the numbers of clusters; nothing where the model knows neither.
     *
     * @param inferred how many classes the model infers, if it does
     */
    List<Integer> givable(OptionalInt inferred) {
        return known.map(Classes::values)
                .orElseGet(() -> IntStream.range(0, inferred.orElse(0)).boxed().toList());
    }

    /**
     * Refuses what cannot be given; see {@link #givable}.
     *
     * @throws DiaboloException (USER) where it cannot
     */
    void requireGivable(int label, OptionalInt inferred) {
        List<Integer> allowed = givable(inferred);
        if (allowed.isEmpty()) {
            throw DiaboloException.user(
                    "model.not-conditional",
                    Problem.of("label " + label + " is given, and this model is not conditioned on labels")
                            .remedy("train one that is, with labels.use=condition"));
        }
        if (!allowed.contains(label)) {
            throw Classes.notAmong(label, allowed);
        }
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
