package dev.diabolo.plugins.vae.sliced;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The squared sliced Wasserstein distance of two samples: along a direction, the n-th smallest of the one belongs to the n-th smallest of
 * the other.
 *
 * <p><b>Formula:</b> {@code 1/(L n) sum_l sum_i (theta_l . x_i - theta_l . y_s(i))^2}, with s(i) the example of y whose rank along theta_l is
 * that of x_i, and L random directions theta_l of length 1. Ranks come from comparing all pairs: ND4J has no sorting with a
 * gradient. Codes that are equal share the middle of their ranks.
 *
 * <p><b>Source:</b> Kolouri et al. 2019, equations 9 to 14.
 */
final class SlicedDistance {
    private SlicedDistance() {}

    /**
     * Builds it, and declares that it couples the batch. No gradient flows to {@code wanted}.
     *
     * @param codes shape {@code [batch, code...]}
     * @param wanted as many, of the distribution that they are meant to have
     * @return a scalar
     */
    static SDVariable squared(GraphScope scope, Tensor codes, Tensor wanted, int directions) {
        scope.coupleBatch("sliced Wasserstein distance of codes from the prior");
        SDVariable theta = directions(scope, codes.spec().size(), directions);
        SDVariable x = codes.flat().variable().mmul(theta);
        SDVariable y = wanted.flat().variable().mmul(theta);
        SDVariable target = scope.stopGradient(ofTheSameRank(scope, x, y, directions));
        return scope.graph().math().square(x.sub(target)).mean();
    }

    /** Unit vectors, the same for the whole batch; shape {@code [size, directions]}. */
    private static SDVariable directions(GraphScope scope, int size, int directions) {
        // Noise belongs to examples. Its mean over them is normal again, and so has no preferred direction either.
        SDVariable normal = scope.noise("direction", NoiseKind.STANDARD_NORMAL, TensorSpec.of(size, directions))
                .flat()
                .variable()
                .mean(0)
                .reshape(size, directions);
        var math = scope.graph().math();
        return normal.div(math.sqrt(math.square(normal).sum(true, 0)));
    }

    /** For each value of x the value of y with its rank, column by column. */
    private static SDVariable ofTheSameRank(GraphScope scope, SDVariable x, SDVariable y, int columns) {
        SDVariable wanted = ranks(scope, x, columns).reshape(-1, 1, columns);
        SDVariable found = ranks(scope, y, columns).reshape(1, -1, columns);
        SDVariable distance = scope.graph().math().abs(wanted.sub(found));
        // 1 at the rank itself; for a rank between two whole ones, 1/2 at each.
        SDVariable shares = scope.graph().nn().relu(distance.rsub(1), 0);
        return shares.mul(y.reshape(1, -1, columns)).sum(1);
    }

    /** How many are smaller, and half of those that are equal. */
    private static SDVariable ranks(GraphScope scope, SDVariable values, int columns) {
        SDVariable differences = values.reshape(-1, 1, columns).sub(values.reshape(1, -1, columns));
        return scope.graph().math().sign(differences).add(1).mul(0.5).sum(1);
    }
}
