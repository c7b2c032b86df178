package dev.diabolo;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The labels that a model knows.
 *
 * @param values in ascending order; a class is the place of its label
 * @param conditioning whether encoding and decoding need them
 */
record Classes(List<Integer> values, boolean conditioning) {
    /** The place of a label that is not known. */
    static final int NOWHERE = -1;

    /** More would hardly be classes, but numbers. */
    private static final int MOST = 1000;

    Classes {
        values = List.copyOf(values);
    }

    /**
     * Those of training examples.
     *
     * @throws DiaboloException (USER) where they have none, or more than classes
     */
    static Classes of(Examples examples, LabelUse use) {
        if (!examples.labelled()) {
            throw DiaboloException.user(
                    "data.unlabelled",
                    Problem.of("labels are asked for, and the data have none")
                            .at("labels.use=" + use.name().toLowerCase(java.util.Locale.ROOT))
                            .remedy(
                                    "use data with labels: a table with a column called label, a folder for each class, or"
                                            + " a data set such as digits"));
        }
        boolean conditioning = use == LabelUse.CONDITION;
        TreeSet<Integer> found = new TreeSet<>();
        for (int i = 0; i < examples.size() && found.size() <= MOST; i++) {
            found.add(examples.label(i));
        }
        found.remove(Examples.UNKNOWN_LABEL);
        if (found.isEmpty() || found.size() > MOST) {
            throw DiaboloException.user(
                    "data.too-many-classes",
                    Problem.of(found.isEmpty() ? "no label is known" : "the data have more than " + MOST + " labels")
                            .at("labels.use")
                            .allowed("1 to " + MOST + " classes"));
        }
        return new Classes(List.copyOf(found), conditioning);
    }

    /**
     * The place of a label among the classes; {@link #NOWHERE} where it is not known.
     *
     * @throws DiaboloException (USER) for a label that the model was not trained on, and for one that is not known where one is needed
     */
    int indexOf(int label) {
        if (label == Examples.UNKNOWN_LABEL) {
            return unknown();
        }
        int index = Collections.binarySearch(values, label);
        if (index < 0) {
            throw notAmong(label, values);
        }
        return index;
    }

    /** The place of a label that is not known; refuses to go on where one is needed. */
    int unknown() {
        if (conditioning) {
            throw missing();
        }
        return NOWHERE;
    }

    /** What is said of a label that is none of those allowed. */
    static DiaboloException notAmong(int label, List<Integer> allowed) {
        return DiaboloException.user(
                "data.unknown-label",
                Problem.of("the model was not trained on the label " + label)
                        .allowed(allowed.stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }

    /** What is said where a label is missing. */
    DiaboloException missing() {
        return DiaboloException.user(
                "data.label-missing",
                Problem.of("this model is conditioned on labels, and here is none, or one of -1, which is not known")
                        .allowed(
                                "labels " + values.stream().map(String::valueOf).collect(Collectors.joining(", ")))
                        .remedy("use data with labels, or name one: --label, or Autoencoder.given(label)"));
    }
}
