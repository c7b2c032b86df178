package dev.diabolo.engine;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Writes what follows the values of examples in their rows; see {@link RowTail}. As thread-safe as what it reads. */
@FunctionalInterface
public interface TailWriter {
    /** Writes nothing, where rows have no tail. */
    TailWriter NONE = (number, row, from) -> {};

    /**
     * Writes all of the tail of one row.
     *
     * @param number of the example
     * @param from where in the row
     */
    void write(int number, float[] row, int from);

    /** Of a label alone. */
    static TailWriter oneHot(int classes, IntUnaryOperator classOf) {
        return (number, row, from) -> {
            Arrays.fill(row, from, from + classes, 0);
            row[from + classOf.applyAsInt(number)] = 1;
        };
    }
}
