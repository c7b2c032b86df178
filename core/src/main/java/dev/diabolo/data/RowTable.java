package dev.diabolo.data;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;

/** Examples as a reader makes them. */
public sealed interface RowTable extends Examples permits ArrayExamples, StoredExamples {
    /**
     * The same examples, with labels.
     *
     * @param labels one for each
     */
    Examples withLabels(int[] labels);

    /**
     * Copies some of one example's values.
     *
     * @param index in [0, size)
     * @param from the first of the values, from 0
     * @param count how many
     * @param target receives them from {@code offset} on
     */
    void read(int index, int from, int count, float[] target, int offset);

    /**
     * Some of the values of each example, as vectors; a view.
     *
     * @param from the first of them, from 0
     * @param count how many
     */
    default Examples columns(int from, int count) {
        return new RowPart(this, from, TensorSpec.of(count));
    }
}
