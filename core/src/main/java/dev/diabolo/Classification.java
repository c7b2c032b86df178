package dev.diabolo;

import dev.diabolo.data.Subset;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Classes of examples, by a model whose codes begin with the probabilities of classes.
 *
 * @param count of classes
 * @param labels what the classes are called; empty where they are clusters
 */
record Classification(Autoencoder model, int count, List<Integer> labels) {
    static DiaboloException impossible() {
        return DiaboloException.user(
                "model.no-classes",
                Problem.of("this model infers no classes")
                        .remedy("train one whose posterior infers classes, from labels or by itself"));
    }

    /** The most likely class of each example. */
    int[] of(Examples examples) {
        int[] found = new int[examples.size()];
        int i = 0;
        for (float[] code : model.encode(examples)) {
            found[i++] = name(code);
        }
        return found;
    }

    private int name(float[] code) {
        int best = 0;
        for (int i = 1; i < count; i++) {
            best = code[i] > code[best] ? i : best;
        }
        return clusters() ? best : labels.get(best);
    }

    private boolean clusters() {
        return labels.size() != count;
    }

    /** Of examples with labels; those whose label is not known are left out, and it is empty where no other is there. */
    Optional<ClassificationReport> report(Examples examples) {
        int[] known = IntStream.range(0, examples.size())
                .filter(i -> examples.label(i) != Examples.UNKNOWN_LABEL)
                .toArray();
        int[] labels = Arrays.stream(known).map(examples::label).toArray();
        if (known.length == 0) {
            return Optional.empty();
        }
        return Optional.of(ClassificationReport.of(of(Subset.of(examples, known)), labels, clusters()));
    }
}
