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
     * <p><b>Formula:</b> example i takes its dimension d of the example whose number is the rank of i's uniform number for d. Of equal
     * numbers, one in millions, both take the same.
     *
     * @param code shape {@code [batch, size]}
     */
    static Tensor ofDimensions(GraphScope scope, Tensor code) {
        scope.coupleBatch("dimensions of codes permuted over the batch");
        long size = code.spec().size();
        SDVariable values = code.variable();
        SDVariable uniform =
                scope.noise("permutation", NoiseKind.UNIFORM, code.spec()).variable();
        SDVariable ranks = below(scope, uniform.reshape(-1, 1, size), uniform.reshape(1, -1, size));
        SDVariable numbers = numbers(scope, values).reshape(1, -1, 1);
        SDVariable distance =
                scope.graph().math().abs(ranks.reshape(-1, 1, size).sub(numbers));
        SDVariable chosen = scope.graph().nn().relu(distance.rsub(1), 0);
        SDVariable permuted = chosen.mul(values.reshape(1, -1, size)).sum(1);
        return code.with(permuted);
    }

    /** For each value, how many of the batch are below it; shape {@code [batch, size]}. */
    private static SDVariable below(GraphScope scope, SDVariable of, SDVariable among) {
        return of.sub(among).gt(0).castTo(scope.dataType()).sum(1);
    }

    /** 0, 1, 2 and so on: as many as there are rows; shape {@code [batch]}. */
    private static SDVariable numbers(GraphScope scope, SDVariable rows) {
        SDVariable ones = rows.mul(0).add(1).mean(1).reshape(-1, 1);
        return scope.graph().cumsum(ones, true, false, 0);
    }
}
