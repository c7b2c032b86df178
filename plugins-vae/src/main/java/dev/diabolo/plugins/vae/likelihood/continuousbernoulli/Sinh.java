package dev.diabolo.plugins.vae.likelihood.continuousbernoulli;

import dev.diabolo.spi.graph.GraphScope;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Functions of the natural parameter a of a continuous Bernoulli distribution, whose density is {@code exp(a x) a / (exp(a) - 1)}. With {@code
 * y = a/2}, the logarithm of {@code (exp(a) - 1) / a} is {@code y + log(sinh(y) / y)}.
 *
 * <p>At 0, which is a probability of 1/2, these forms divide 0 by 0, and near it they lose their digits. Up to |a| = 1 they are
 * therefore computed by their series, and beyond in closed form; each gets its argument cut off where the other begins, so that the
 * sum of both is right everywhere and no gradient meets the singularity.
 */
final class Sinh {
    private static final double SEAM = 1;

    /** Of {@code log(sinh y / y)}, in powers of y^2, from the first: bernoulli numbers over factorials. Good to 1e-12 at y = 1/2. */
    private static final double[] LOGARITHM = {
        1.0 / 6, -1.0 / 180, 1.0 / 2835, -1.0 / 37800, 1.0 / 467775, -691.0 / 3831077250.0
    };

    private Sinh() {}

    /** {@code log(sinh(a/2) / (a/2))}. */
    static SDVariable logarithm(GraphScope scope, SDVariable natural) {
        SDVariable size = scope.graph().math().abs(natural);
        return series(square(within(scope, size)))
                .add(closed(scope, beyond(scope, size)))
                .sub(closed(SEAM));
    }

    /** The derivative of {@code log((exp(a) - 1) / a)}: the mean of the distribution, in (0, 1). */
    static SDVariable mean(GraphScope scope, SDVariable natural) {
        SDVariable size = scope.graph().math().abs(natural);
        SDVariable near = within(scope, size);
        SDVariable rise = slopeOfSeries(square(near))
                .mul(near)
                .add(slope(scope, beyond(scope, size)))
                .sub(slope(SEAM));
        return rise.mul(scope.graph().math().sign(natural)).add(0.5);
    }

    /** The smaller of the size and the seam. */
    private static SDVariable within(GraphScope scope, SDVariable size) {
        return size.add(SEAM).sub(fromSeam(scope, size)).mul(0.5);
    }

    /** The greater of both. */
    private static SDVariable beyond(GraphScope scope, SDVariable size) {
        return size.add(SEAM).add(fromSeam(scope, size)).mul(0.5);
    }

    /** Its slope is 0 at the seam, so that there each form has half of the gradient, where a rectifier would leave none. */
    private static SDVariable fromSeam(GraphScope scope, SDVariable size) {
        return scope.graph().math().abs(size.sub(SEAM));
    }

    /** {@code y^2} of {@code a = 2 y}. */
    private static SDVariable square(SDVariable size) {
        return size.mul(size).mul(0.25);
    }

    private static SDVariable series(SDVariable square) {
        SDVariable sum = square.mul(LOGARITHM[LOGARITHM.length - 1]);
        for (int i = LOGARITHM.length - 2; i >= 0; i--) {
            sum = sum.add(LOGARITHM[i]).mul(square);
        }
        return sum;
    }

    /** The derivative of the series to a, divided by a. */
    private static SDVariable slopeOfSeries(SDVariable square) {
        int last = LOGARITHM.length - 1;
        SDVariable sum = square.mul(LOGARITHM[last] * (last + 1) / 2);
        for (int i = last - 1; i >= 0; i--) {
            sum = sum.add(LOGARITHM[i] * (i + 1) / 2);
            sum = i > 0 ? sum.mul(square) : sum;
        }
        return sum;
    }

    /** {@code a/2 + log(1 - exp(-a)) - log a}. */
    private static SDVariable closed(GraphScope scope, SDVariable size) {
        var math = scope.graph().math();
        return size.mul(0.5).add(math.log1p(math.exp(size.neg()).neg())).sub(math.log(size));
    }

    private static double closed(double size) {
        return size / 2 + Math.log1p(-Math.exp(-size)) - Math.log(size);
    }

    /** {@code 1/2 + exp(-a) / (1 - exp(-a)) - 1/a}. */
    private static SDVariable slope(GraphScope scope, SDVariable size) {
        SDVariable decay = scope.graph().math().exp(size.neg());
        return decay.div(decay.rsub(1)).sub(size.rdiv(1)).add(0.5);
    }

    private static double slope(double size) {
        return 0.5 + Math.exp(-size) / (1 - Math.exp(-size)) - 1 / size;
    }
}
