package dev.diabolo.plugins.adversarial.game;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.training.TermSpec;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * How far what is made lies apart, as a share of how far what is real does: near 0 where a network gives the same whatever it is given.
 * Deviations are from moving averages, so that examples of a batch need not see each other.
 *
 * <p><b>Formula:</b> for each example {@code mean_d (f_d - m_d)^2 / v}, with m the moving average of f and v that of the same mean of
 * squares for what is real; each step moves them by a tenth of the way.
 */
public final class Spread {
    /** The name of the term. */
    public static final String NAME = "spread";

    private static final double NEWEST = 0.1;
    private static final double TINY = 1e-12;

    private Spread() {}

    /**
     * @param groups whose updates it tells of
     */
    public static TermSpec term(String what, String... groups) {
        return TermSpec.adversarial(NAME, "", "variance of " + what + ", divided by that of what is real")
                .weighing(0)
                .loweredBy(groups);
    }

    /** Shape {@code [batch]}. */
    public static SDVariable of(GraphScope scope, Tensor made, Tensor real) {
        SDVariable usual =
                mean(scope, "real-variance", squares(scope, "real-mean", real).reshape(-1, 1), 1, Initialiser.ones());
        return squares(scope, "made-mean", made).div(usual.add(TINY));
    }

    private static SDVariable squares(GraphScope scope, String name, Tensor values) {
        SDVariable rows = values.flat().variable();
        SDVariable centre = mean(scope, name, rows, values.spec().size(), Initialiser.zeros());
        SDVariable difference = rows.sub(centre);
        return difference.mul(difference).mean(1);
    }

    /** A moving average of rows, as it was before this step; shape {@code [size]}. */
    private static SDVariable mean(GraphScope scope, String name, SDVariable rows, long size, Initialiser first) {
        SDVariable average = scope.buffer(name, first, size);
        scope.assign(average, average.mul(1 - NEWEST).add(rows.mean(0).mul(NEWEST)));
        return average;
    }
}
