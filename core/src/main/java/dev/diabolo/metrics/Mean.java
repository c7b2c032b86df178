package dev.diabolo.metrics;

import java.util.Arrays;

/**
 * A mean with its standard error.
 *
 * @param value the mean
 * @param standardError {@code s / sqrt(n)}, with the sample's standard deviation s; NaN of one value
 */
public record Mean(double value, double standardError) {
    /** Of at least one value. */
    public Mean(double[] values) {
        this(
                Arrays.stream(values).average().orElseThrow(),
                Math.sqrt(squares(values) / (values.length - 1.0) / values.length));
    }

    /** Around the mean, so that large values cost no digits. */
    private static double squares(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
    }
}
