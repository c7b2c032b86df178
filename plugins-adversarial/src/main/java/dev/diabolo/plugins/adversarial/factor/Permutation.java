package dev.diabolo.plugins.adversarial.factor;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Codes whose dimensions come from different examples of the batch: as if they were independent.
 *
 * <p>ND4J has no sorting in a graph, so that ranks come from comparing all pairs: time and memory grow with the square of the batch.
 */
final class Permutation {
    private Permutation() {}

    /**
     * Permutes each dimension over the batch on its own, and declares that it couples the batch.
     *
     * <p><b>Formula:</b> example i takes its dimension d of the example whose number is the rank of i's uniform number for d.
     *
     * @param code shape {@code [batch, size]}
     */
    static Tensor ofDimensions(GraphScope scope, Tensor code) {
        scope.coupleBatch("dimensions of codes permuted over the batch");
        long size = code.spec().size();
        SDVariable values = code.variable();
        SDVariable ranks = ranks(scope, scope.noise("permutation", NoiseKind.UNIFORM, code.spec()))
                .variable();
        SDVariable numbers = numbers(scope, values).reshape(1, -1, 1);
        SDVariable distance =
                scope.graph().math().abs(ranks.reshape(-1, 1, size).sub(numbers));
        SDVariable chosen = scope.graph().nn().relu(distance.rsub(1), 0);
        SDVariable permuted = chosen.mul(values.reshape(1, -1, size)).sum(1);
        return code.with(permuted);
    }

    /**
     * The rank of each value in its dimension, from 0. Of equal values, of which noise has a pair once in some thousands of batches, the
     * earlier comes first, so that ranks are those of a permutation whatever the values.
     *
     * @param values shape {@code [batch, size]}
     */
    static Tensor ranks(GraphScope scope, Tensor values) {
        long size = values.spec().size();
        SDVariable numbers = numbers(scope, values.variable());
        SDVariable earlier = positive(scope, numbers.reshape(-1, 1, 1).sub(numbers.reshape(1, -1, 1)));
        SDVariable difference =
                values.variable().reshape(-1, 1, size).sub(values.variable().reshape(1, -1, size));
        SDVariable below = positive(scope, difference);
        SDVariable equal = below.add(positive(scope, difference.neg())).rsub(1);
        return values.with(below.add(equal.mul(earlier)).sum(1));
    }

    /** 1 where a value is above 0, else 0. */
    private static SDVariable positive(GraphScope scope, SDVariable values) {
        return values.gt(0).castTo(scope.dataType());
    }

    /** 0, 1, 2 and so on: as many as there are rows; shape {@code [batch]}. */
    private static SDVariable numbers(GraphScope scope, SDVariable rows) {
        SDVariable ones = rows.mul(0).add(1).mean(1).reshape(-1, 1);
        return scope.graph().cumsum(ones, true, false, 0);
    }
}
