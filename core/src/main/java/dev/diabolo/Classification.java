package dev.diabolo;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.List;

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
                        .remedy("train one that does, such as the recipes semi-vae and aae-semi"));
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

    ClassificationReport report(Examples examples) {
        int[] labels = new int[examples.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = examples.label(i);
        }
        return ClassificationReport.of(of(examples), labels, clusters());
    }
}
