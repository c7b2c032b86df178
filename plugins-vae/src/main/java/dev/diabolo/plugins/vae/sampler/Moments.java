package dev.diabolo.plugins.vae.sampler;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;

/**
 * Weighted mean and covariance of codes.
 *
 * @param weight the sum of all weights
 * @param covariance divided by that sum; symmetric
 */
record Moments(double weight, double[] mean, double[][] covariance) {
    static Moments of(float[][] codes) {
        double[] ones = new double[codes.length];
        java.util.Arrays.fill(ones, 1);
        return of(codes, ones);
    }

    /**
     * @param weights of each code, not negative, with a sum above 0
     */
    static Moments of(float[][] codes, double[] weights) {
        int size = codes[0].length;
        double weight = 0;
        double[] mean = new double[size];
        for (int i = 0; i < codes.length; i++) {
            weight += weights[i];
            for (int j = 0; j < size; j++) {
                mean[j] += weights[i] * codes[i][j];
            }
        }
        for (int j = 0; j < size; j++) {
            mean[j] /= weight;
        }
        double[][] covariance = new double[size][size];
        double[] centred = new double[size];
        for (int i = 0; i < codes.length; i++) {
            for (int j = 0; j < size; j++) {
                centred[j] = codes[i][j] - mean[j];
            }
            for (int j = 0; j < size; j++) {
                double factor = weights[i] * centred[j];
                for (int k = 0; k <= j; k++) {
                    covariance[j][k] += factor * centred[k];
                }
            }
        }
        for (int j = 0; j < size; j++) {
            for (int k = 0; k <= j; k++) {
                covariance[j][k] /= weight;
                covariance[k][j] = covariance[j][k];
            }
        }
        return new Moments(weight, mean, covariance);
    }

    /** The mean of all variances. */
    double meanVariance() {
        double sum = 0;
        for (int j = 0; j < mean.length; j++) {
            sum += covariance[j][j];
        }
        return sum / mean.length;
    }

    static void requireSeveral(float[][] codes, int least) {
        if (codes.length < least) {
            throw DiaboloException.user(
                    "sampler.too-few",
                    Problem.of("a distribution cannot be fitted to " + codes.length
                                    + (codes.length == 1 ? " code" : " codes"))
                            .allowed("at least " + least)
                            .remedy("name more data"));
        }
    }
}
