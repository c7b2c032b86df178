package dev.diabolo.plugins.vae.classes;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import org.nd4j.autodiff.samediff.SDVariable;

/** Classes that are certain, for rows of a graph. */
final class OneHot {
    private OneHot() {}

    /**
     * One class for each row.
     *
     * @param like shape {@code [rows, classes]}
     */
    static Tensor rows(GraphScope scope, Tensor like, int choice) {
        int classes = like.spec().size();
        double[] row = new double[classes];
        row[choice] = 1;
        return like.with(nothing(scope, like).add(scope.constant(row, 1, classes)));
    }

    /**
     * Every class in turn, over and over.
     *
     * @param like shape {@code [rows, classes]}, of which the rows are a multiple of the classes
     */
    static Tensor inTurn(GraphScope scope, Tensor like) {
        int classes = like.spec().size();
        double[] identity = new double[classes * classes];
        for (int i = 0; i < classes; i++) {
            identity[i * classes + i] = 1;
        }
        SDVariable turns = nothing(scope, like).reshape(-1, (long) classes * classes);
        return like.with(
                turns.add(scope.constant(identity, 1, (long) classes * classes)).reshape(-1, classes));
    }

    private static SDVariable nothing(GraphScope scope, Tensor like) {
        return scope.stopGradient(like.variable()).mul(0);
    }
}
