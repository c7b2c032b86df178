package dev.diabolo.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.engine.GraphProbe.Output;
import dev.diabolo.testkit.Specimen.Built;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Compares samples with the density that is claimed for them.
 *
 * <p><b>Formula:</b> with any density g that is zero wherever p is, {@code E_p[g(z) / p(z)] = 1}: it is not where p is not
 * normalised, and not where the samples have another distribution. Here g is normal, with the samples' mean and a quarter of their
 * covariance, so that its tails are lighter than p's and the estimate's variance is finite for all but odd densities.
 */
final class DensityCheck {
    /** Enough for an error of about 0.02 in a few dimensions. */
    static final int SAMPLES = 8000;

    /** Standard errors that chance may make up. */
    static final double ERRORS = 6;

    /** More than this is no finding: the dimensions are too many, or the density too odd. */
    private static final double MOST = 0.1;

    private DensityCheck() {}

    /**
     * Checks.
     *
     * @param codes row by row
     * @param logDensities the claimed ones, of each row
     */
    static void samples(String what, double[] codes, double[] logDensities) {
        int rows = logDensities.length;
        int width = codes.length / rows;
        double[] mean = mean(codes, rows, width);
        double[][] factor = factor(codes, mean, rows, width);
        double[] ratios = new double[rows];
        for (int i = 0; i < rows; i++) {
            ratios[i] = Math.exp(logNormal(codes, i * width, mean, factor) - logDensities[i]);
        }
        double average = mean(ratios, rows, 1)[0];
        double error = standardError(ratios, average);
        assertThat(error)
                .as("%s: standard error of the comparison; test with smaller codes", what)
                .isLessThan(MOST);
        assertThat(average)
                .as("%s: mean of g / p over samples, where p is their density", what)
                .isCloseTo(1, within(ERRORS * error));
    }

    /**
     * Samples, of one example many times, have the log-density that comes with them.
     *
     * @return false where there is nothing to compare: no density, or samples that are all alike
     */
    static boolean samplesOf(Specimen specimen) {
        try (Built built = specimen.build(true, 1)) {
            double[] one = specimen.values(1, 3).get(0);
            Map<String, Output> outputs = built.probe().run(SAMPLES, List.of(Values.repeated(one, SAMPLES)));
            Output density = outputs.get("log-density");
            double[] codes = outputs.get("sample").values();
            int width = codes.length / SAMPLES;
            boolean drawn = IntStream.range(width, codes.length).anyMatch(i -> codes[i] != codes[i % width]);
            if (density == null || !drawn) {
                return false;
            }
            samples(specimen.name(), codes, density.values());
            return true;
        }
    }

    static double standardError(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / values.length / (values.length - 1));
    }

    static double[] mean(double[] values, int rows, int width) {
        double[] mean = new double[width];
        for (int i = 0; i < values.length; i++) {
            mean[i % width] += values[i] / rows;
        }
        return mean;
    }

    /** The Cholesky factor of a quarter of the covariance. */
    private static double[][] factor(double[] codes, double[] mean, int rows, int width) {
        double[][] factor = new double[width][width];
        for (int j = 0; j < width; j++) {
            for (int k = 0; k <= j; k++) {
                double sum = 0;
                for (int i = 0; i < rows; i++) {
                    sum += (codes[i * width + j] - mean[j]) * (codes[i * width + k] - mean[k]);
                }
                double left = 0.25 * sum / rows;
                for (int l = 0; l < k; l++) {
                    left -= factor[j][l] * factor[k][l];
                }
                factor[j][k] = j == k ? Math.sqrt(left) : left / factor[k][k];
            }
        }
        return factor;
    }

    private static double logNormal(double[] codes, int offset, double[] mean, double[][] factor) {
        int width = mean.length;
        double[] whitened = new double[width];
        double log = -0.5 * width * Math.log(2 * Math.PI);
        for (int j = 0; j < width; j++) {
            double left = codes[offset + j] - mean[j];
            for (int k = 0; k < j; k++) {
                left -= factor[j][k] * whitened[k];
            }
            whitened[j] = left / factor[j][j];
            log -= Math.log(factor[j][j]) + 0.5 * whitened[j] * whitened[j];
        }
        return log;
    }
}
