package dev.diabolo.plugins.vae.ladder;

import dev.diabolo.spi.graph.Logistic;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * Normal distributions with independent dimensions, of one layer.
 *
 * @param mean shape {@code [rows, size]}
 * @param logVariance the same shape
 */
record Normal(SDVariable mean, SDVariable logVariance) {
    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    /** The standard one, of the shape of some values. */
    static Normal standard(SDVariable like) {
        SDVariable zeros = like.mul(0);
        return new Normal(zeros, zeros);
    }

    /** {@code mean + deviation e}. */
    SDVariable at(SDVariable noise) {
        SameDiff graph = mean.getSameDiff();
        return mean.add(graph.math().exp(logVariance.mul(0.5)).mul(noise));
    }

    /** {@code -1/2 sum (log 2 pi + log-variance + (z - mean)^2 / variance)}; shape {@code [rows]}. */
    SDVariable logDensity(SDVariable values) {
        SDVariable difference = values.sub(mean);
        SDVariable precision = mean.getSameDiff().math().exp(logVariance.neg());
        return difference
                .mul(difference)
                .mul(precision)
                .add(logVariance)
                .add(LOG_TWO_PI)
                .sum(1)
                .mul(-0.5);
    }

    /**
     * The product of two densities, normalised: precisions add, and the mean is theirs weighted by precision (Sonderby et al. 2016,
     * equations 17 and 18).
     *
     * <p><b>Formula:</b> with d the difference of the log-variances, {@code mean = m + logistic(d) (m' - m)} and {@code log-variance = v -
     * softplus(d)}, {@code d = v - v'}: no precision is computed, so none overflows.
     */
    Normal merged(Normal other) {
        SDVariable difference = logVariance.sub(other.logVariance);
        SDVariable share = mean.getSameDiff().nn().sigmoid(difference);
        return new Normal(mean.add(share.mul(other.mean.sub(mean))), logVariance.sub(Logistic.softplus(difference)));
    }

    /** {@code KL(this || other)} of each dimension; shape {@code [rows, size]}. */
    SDVariable divergenceFrom(Normal other) {
        var math = mean.getSameDiff().math();
        SDVariable difference = mean.sub(other.mean);
        SDVariable ratio = logVariance.sub(other.logVariance);
        return math.exp(ratio)
                .add(difference.mul(difference).mul(math.exp(other.logVariance.neg())))
                .sub(ratio)
                .sub(1)
                .mul(0.5);
    }
}
