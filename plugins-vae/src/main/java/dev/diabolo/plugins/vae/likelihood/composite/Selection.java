package dev.diabolo.plugins.vae.likelihood.composite;

import dev.diabolo.spi.graph.GraphScope;
import java.util.stream.IntStream;
import org.nd4j.autodiff.samediff.SDVariable;

/** Matrices that pick columns. */
final class Selection {
    private Selection() {}

    /** Picks columns of that many; shape {@code [width, columns.length]}. */
    static SDVariable of(GraphScope scope, int width, int[] columns) {
        double[] matrix = new double[width * columns.length];
        for (int i = 0; i < columns.length; i++) {
            matrix[columns[i] * columns.length + i] = 1;
        }
        return scope.constant(matrix, width, columns.length);
    }

    static int[] range(int from, int count) {
        return IntStream.range(from, from + count).toArray();
    }
}
