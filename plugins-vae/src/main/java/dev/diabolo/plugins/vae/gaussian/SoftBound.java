package dev.diabolo.plugins.vae.gaussian;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * Keeps log-variances where their exponentials can be computed with, without a wall: a value within the bounds stays as it is, bit
 * by bit; beyond them it grows as slowly as a logarithm. Twice continuously differentiable, with a gradient that is nowhere zero.
 *
 * <p><b>Formula:</b> {@code x} where {@code |x| <= bound}; {@code sign(x) (bound + asinh(|x| - bound))} elsewhere.
 *
 * @param bound above zero
 */
public record SoftBound(double bound) {
    /** Bounds every value; any shape. */
    public SDVariable apply(SDVariable x) {
        SameDiff graph = x.getSameDiff();
        SDVariable above = graph.nn().relu(x.sub(bound), 0);
        SDVariable below = graph.nn().relu(x.neg().sub(bound), 0);
        return x.sub(above.sub(inverseSinh(above))).add(below.sub(inverseSinh(below)));
    }

    /** {@code log(y + sqrt(y^2 + 1))} of what is not negative. */
    private static SDVariable inverseSinh(SDVariable y) {
        SameDiff graph = y.getSameDiff();
        return graph.math().log(y.add(graph.math().sqrt(y.mul(y).add(1))));
    }
}
