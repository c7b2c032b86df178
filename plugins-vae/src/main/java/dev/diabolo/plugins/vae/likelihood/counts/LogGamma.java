package dev.diabolo.plugins.vae.likelihood.counts;

import dev.diabolo.spi.graph.GraphScope;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Increases of the logarithm of the gamma function, which keep their digits where the function itself is large.
 *
 * <p><b>Formula:</b> {@code log Gamma(r + x) - log Gamma(r)}. With R = r + 8, Stirling's series gives {@code (R - 1/2) log(1 + x/R) + x
 * log(R + x) - x + c(R + x) - c(R)} for R, with {@code c(y) = 1/(12 y) - 1/(360 y^3) + 1/(1260 y^5) - 1/(1680 y^7)}; from there to r it is
 * {@code sum_(i < 8) log(1 + x/(r + i))} less. The error is below 1e-11, and 0 at x = 0. ND4J's own has no difference of this kind.
 *
 * <p><b>Source:</b> Abramowitz and Stegun 1964, 6.1.41.
 */
public final class LogGamma {
    /** Where Stirling's series of four terms is good to 1e-11. */
    private static final int SHIFT = 8;

    private LogGamma() {}

    /** Of numbers. */
    public static double increase(double from, double by) {
        double shifted = from + SHIFT;
        double sum = (shifted - 0.5) * Math.log1p(by / shifted)
                + by * Math.log(shifted + by)
                - by
                + correction(shifted + by)
                - correction(shifted);
        for (int i = 0; i < SHIFT; i++) {
            sum -= Math.log1p(by / (from + i));
        }
        return sum;
    }

    private static double correction(double y) {
        double square = 1 / (y * y);
        return (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680))) / y;
    }

    /**
     * Of variables of a graph.
     *
     * @param from r, above 0
     * @param by x, at least 0; of a shape to which that of r can be broadcast
     */
    public static SDVariable increase(GraphScope scope, SDVariable from, SDVariable by) {
        var math = scope.graph().math();
        SDVariable shifted = from.add(SHIFT);
        SDVariable end = by.add(shifted);
        SDVariable sum = math.log1p(by.mul(shifted.rdiv(1)))
                .mul(shifted.sub(0.5))
                .add(by.mul(math.log(end)))
                .sub(by)
                .add(correction(end))
                .sub(correction(shifted));
        for (int i = 0; i < SHIFT; i++) {
            sum = sum.sub(math.log1p(by.mul(from.add(i).rdiv(1))));
        }
        return sum;
    }

    private static SDVariable correction(SDVariable y) {
        SDVariable inverse = y.rdiv(1);
        SDVariable square = inverse.mul(inverse);
        return square.mul(-1.0 / 1680)
                .add(1.0 / 1260)
                .mul(square)
                .rsub(1.0 / 360)
                .mul(square)
                .rsub(1.0 / 12)
                .mul(inverse);
    }
}
