package dev.diabolo.data;

import dev.diabolo.spi.data.Examples;

/** Examples as a reader makes them. */
sealed interface RowTable extends Examples permits ArrayExamples, StoredExamples {
    /**
     * The same examples, with labels.
     *
     * @param labels one for each
     */
    Examples withLabels(int[] labels);
}
