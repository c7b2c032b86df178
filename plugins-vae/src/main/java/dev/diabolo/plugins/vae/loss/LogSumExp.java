package dev.diabolo.plugins.vae.loss;

import dev.diabolo.spi.graph.GraphScope;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The logarithm of a sum of exponentials, for exponents of any size.
 *
 * <p><b>Formula:</b> {@code log sum_j exp(x_j) = m + log sum_j exp(x_j - m)} with m the greatest of the exponents; no gradient flows
 * through m, and none is missing, since the value does not depend on it. ND4J's own has no gradient.
 */
public final class LogSumExp {
    private LogSumExp() {}

    /**
     * Along one dimension, which stays with the size 1.
     *
     * @param exponents any shape
     */
    public static SDVariable along(GraphScope scope, SDVariable exponents, int dimension) {
        SDVariable greatest = scope.stopGradient(exponents.max(true, dimension));
        var math = scope.graph().math();
        return math.log(math.exp(exponents.sub(greatest)).sum(true, dimension)).add(greatest);
    }

    /**
     * The logarithm of the mean of exponentials in each row.
     *
     * @param exponents shape {@code [rows, columns]}
     * @param columns their number
     * @return shape {@code [rows]}
     */
    public static SDVariable meanOfRows(GraphScope scope, SDVariable exponents, int columns) {
        return along(scope, exponents, 1).reshape(-1).sub(Math.log(columns));
    }
}
