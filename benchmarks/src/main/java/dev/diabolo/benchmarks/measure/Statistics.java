package dev.diabolo.benchmarks.measure;

import java.util.Arrays;

/** Numbers about numbers. */
public final class Statistics {
    private Statistics() {}

    /**
     * The middle one, or the mean of the two in the middle.
     *
     * @param values at least one, in any order
     */
    public static double median(double... values) {
        double[] sorted = sorted(values);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /**
     * The smallest value that at least the share of all values do not exceed.
     *
     * @param share in (0, 1]
     * @param values at least one, in any order
     */
    public static double quantile(double share, double... values) {
        double[] sorted = sorted(values);
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    /**
     * From the smallest to the largest, as a share of the median.
     *
     * @param values at least one, positive
     */
    public static double spread(double... values) {
        double[] sorted = sorted(values);
        return (sorted[sorted.length - 1] - sorted[0]) / median(values);
    }

    private static double[] sorted(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("there are no values");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
