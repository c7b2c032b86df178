package dev.diabolo.data;

import dev.diabolo.spi.graph.TensorSpec;

/** What both writers ask of a row. */
final class RowLength {
    private RowLength() {}

    static void require(float[] row, TensorSpec spec) {
        if (row.length != spec.size()) {
            throw new IllegalArgumentException("a row of " + row.length + " values is not one of shape " + spec);
        }
    }
}
