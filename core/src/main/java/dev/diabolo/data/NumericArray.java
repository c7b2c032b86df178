package dev.diabolo.data;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An array as a binary file holds it: the first axis counts examples.
 *
 * @param where the file, and the array in it, for messages
 * @param shape one to four sizes, none of them 0
 * @param table as many finite values as the shape says
 */
record NumericArray(String where, List<Integer> shape, RowTable table) {
    NumericArray {
        shape = List.copyOf(shape);
    }

    /** An array in memory. */
    static NumericArray of(String where, List<Integer> shape, Values values) {
        return new NumericArray(where, shape, new ArrayExamples(spec(shape), values, null));
    }

    /** The size of the first axis. */
    int rows() {
        return shape.get(0);
    }

    /** These rows as examples, with labels from another array where there is one. */
    Examples examples(@Nullable NumericArray labels) {
        return labels == null ? table : table.withLabels(labels.labelsFor(this));
    }

    /** A plain list is one value an example, a table a vector, and images without channels have one. */
    static TensorSpec spec(List<Integer> shape) {
        return switch (shape.size()) {
            case 1 -> TensorSpec.of(1);
            case 2 -> TensorSpec.of(shape.get(1));
            case 3 -> TensorSpec.of(1, shape.get(1), shape.get(2));
            default -> TensorSpec.of(shape.get(1), shape.get(2), shape.get(3));
        };
    }

    private int[] labelsFor(NumericArray examples) {
        if (table.spec().size() != 1) {
            throw DiaboloException.user(
                    "data.label-shape",
                    Problem.of("labels have shape " + text(shape)).at(where).allowed("one number an example"));
        }
        if (rows() != examples.rows()) {
            throw DiaboloException.user(
                    "data.label-count",
                    Problem.of("there are " + rows() + " labels for " + examples.rows() + " examples of "
                                    + examples.where)
                            .at(where)
                            .allowed("one label an example"));
        }
        int[] labels = new int[rows()];
        float[] label = new float[1];
        for (int i = 0; i < labels.length; i++) {
            table.read(i, label, 0);
            labels[i] = Labels.whole(label[0], where + ", row " + (i + 1));
        }
        return labels;
    }

    static String text(List<Integer> shape) {
        return shape.stream().map(String::valueOf).collect(Collectors.joining("x"));
    }
}
