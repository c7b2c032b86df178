package dev.diabolo.plugins.vae.sampler;

import java.util.SplittableRandom;

/**
 * A normal distribution with full covariance.
 *
 * @param factor lower triangle L with {@code L L' = covariance}, row by row
 */
record Normal(double[] mean, double[][] factor) {
    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    /** Of a code that is the same everywhere: narrow, but a density still. */
    private static final double LEAST_VARIANCE = 1e-12;

    /**
     * With a little added to every variance, so that dimensions which do not vary, or depend on each other, leave a density.
     *
     * @param regularisation what is added, as a share of {@code scale}
     * @param scale the mean variance of all codes
     */
    static Normal of(Moments moments, double regularisation, double scale) {
        double ridge = Math.max(LEAST_VARIANCE, regularisation * scale);
        int size = moments.mean().length;
        double[][] factor = new double[size][size];
        for (int j = 0; j < size; j++) {
            for (int k = 0; k <= j; k++) {
                double rest = moments.covariance()[j][k] + (j == k ? ridge : 0);
                for (int i = 0; i < k; i++) {
                    rest -= factor[j][i] * factor[k][i];
                }
                // Rounding may leave less than the ridge where the covariance is singular.
                factor[j][k] = j == k ? Math.sqrt(Math.max(ridge / 2, rest)) : rest / factor[k][k];
            }
        }
        return new Normal(moments.mean(), factor);
    }

    float[] sample(SplittableRandom random) {
        int size = mean.length;
        double[] noise = new double[size];
        for (int j = 0; j < size; j++) {
            noise[j] = random.nextGaussian();
        }
        float[] code = new float[size];
        for (int j = 0; j < size; j++) {
            double sum = mean[j];
            for (int k = 0; k <= j; k++) {
                sum += factor[j][k] * noise[k];
            }
            code[j] = (float) sum;
        }
        return code;
    }

    /** By forward substitution: {@code L y = x - mean}. */
    double logDensity(float[] code) {
        int size = mean.length;
        double[] solved = new double[size];
        double sum = size * LOG_TWO_PI;
        for (int j = 0; j < size; j++) {
            double rest = code[j] - mean[j];
            for (int k = 0; k < j; k++) {
                rest -= factor[j][k] * solved[k];
            }
            solved[j] = rest / factor[j][j];
            sum += solved[j] * solved[j] + 2 * Math.log(factor[j][j]);
        }
        return -0.5 * sum;
    }
}
