package dev.diabolo.plugins.vae.sphere;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * What densities on spheres need of the modified Bessel function of the first kind {@code I_v(x)}, for any {@code x >= 0}, without
 * overflow, and without the cancellation of terms that are alike near zero.
 *
 * <p><b>Formula:</b> {@code S_v(x) = Gamma(v + 1) (2 / x)^v I_v(x)}, the sum of the function's series, is one at zero. For orders
 * {@code n >= 24} it is computed by Debye's expansion: with {@code s = sqrt(1 + (x/n)^2)} and {@code p = 1/s}, {@code log S_n = n (s - 1 -
 * log((1 + s) / 2)) - 1/2 log s + log sum_k u_k(p) / n^k - log sum_k u_k(1) / n^k}, with four terms to within 1e-8. Lower orders follow by
 * the recurrence {@code S_(v-1) / S_v = 1 + x^2 / (4 v (v + 1)) S_(v+1) / S_v}, a sum of positive terms that makes errors smaller.
 *
 * <p><b>Source:</b> NIST Digital Library of Mathematical Functions, 10.41.3, 10.41.10 and 10.29.1.
 *
 * @param logSeries {@code log S_v(x)}
 * @param ratio {@code I_(v+1)(x) / I_v(x)}, the derivative of {@code log S_v}
 */
record Bessel(SDVariable logSeries, SDVariable ratio) {
    /** From here on four terms of the expansion are enough. */
    private static final double HIGH = 24;

    /** Numerators of the polynomials u_1 to u_4, by powers of p from 1 on; their denominators. */
    private static final double[][] NUMERATORS = {
        {3, 0, -5},
        {0, 81, 0, -462, 0, 385},
        {0, 0, 30375, 0, -369603, 0, 765765, 0, -425425},
        {0, 0, 0, 4465125, 0, -94121676, 0, 349922430, 0, -446185740, 0, 185910725}
    };

    private static final double[] DENOMINATORS = {24, 1152, 414720, 39813120};

    /**
     * Of every value.
     *
     * @param order v, at least 0
     * @param x at least 0; any shape
     */
    static Bessel of(double order, SDVariable x) {
        var math = x.getSameDiff().math();
        int steps = (int) Math.max(0, Math.ceil(HIGH - order));
        SDVariable square = x.mul(x);
        High high = new High(order + steps, square);
        SDVariable logSeries = high.logSeries();
        // S of the next order by that of this one.
        SDVariable next = high.nextByThis();
        for (int i = steps; i > 0; i--) {
            double above = order + i;
            SDVariable rest = next.mul(square).mul(1 / (4 * above * (above + 1)));
            logSeries = logSeries.add(math.log1p(rest));
            next = rest.add(1).rdiv(1);
        }
        return new Bessel(logSeries, next.mul(x).mul(0.5 / (order + 1)));
    }

    /** Debye's expansion. */
    private static final class High {
        private final SameDiff graph;
        private final double order;
        private final double[] terms;
        private final SDVariable excess;
        private final SDVariable inverse;

        High(double order, SDVariable squareOfX) {
            this.graph = squareOfX.getSameDiff();
            this.order = order;
            this.terms = terms(order);
            SDVariable square = squareOfX.mul(1 / (order * order));
            SDVariable root = graph.math().sqrt(square.add(1));
            this.excess = square.div(root.add(1));
            this.inverse = root.rdiv(1);
        }

        /** The sum of {@code u_k(p) / n^k} as one polynomial in p, by powers from 1 on. */
        private static double[] terms(double order) {
            double[] terms = new double[NUMERATORS[NUMERATORS.length - 1].length];
            for (int k = 0; k < NUMERATORS.length; k++) {
                for (int i = 0; i < NUMERATORS[k].length; i++) {
                    terms[i] += NUMERATORS[k][i] / DENOMINATORS[k] / Math.pow(order, k + 1);
                }
            }
            return terms;
        }

        SDVariable logSeries() {
            var math = graph.math();
            double atZero = 0;
            for (double term : terms) {
                atZero += term;
            }
            return excess.sub(math.log1p(excess.mul(0.5)))
                    .mul(order)
                    .sub(math.log1p(excess).mul(0.5))
                    .add(math.log1p(polynomial(terms)))
                    .sub(Math.log1p(atZero));
        }

        /** {@code S_(n+1) / S_n}, by the derivative of {@code log S_n} to x, which is {@code I_(n+1) / I_n}. */
        SDVariable nextByThis() {
            double[] slopes = new double[terms.length];
            for (int i = 0; i < terms.length; i++) {
                slopes[i] = (i + 1) * terms[i];
            }
            // p times the slope of the polynomial, over the polynomial.
            SDVariable relative = polynomial(slopes).div(polynomial(terms).add(1));
            SDVariable small = relative.add(0.5).mul(inverse.mul(inverse)).mul(1 / order);
            return excess.add(2).rdiv(1).sub(small).mul(2 * (order + 1) / order);
        }

        /** {@code sum_i c_i p^i}, from i = 1 on. */
        private SDVariable polynomial(double[] coefficients) {
            SDVariable sum = inverse.mul(coefficients[coefficients.length - 1]);
            for (int i = coefficients.length - 2; i >= 0; i--) {
                sum = sum.add(coefficients[i]).mul(inverse);
            }
            return sum;
        }
    }
}
