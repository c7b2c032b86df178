package dev.diabolo.data;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a set of examples looks like, over all values of all examples, in the source's units.
 *
 * @param count how many examples there are
 * @param spec the shape of one
 * @param min the smallest value
 * @param max the largest value
 * @param mean the average
 * @param standardDeviation the population's: the root of the mean squared distance from {@code mean}
 * @param labelled whether there are labels
 * @param classCounts how many examples each label has, by label; empty without labels
 */
public record DataSummary(
        int count,
        TensorSpec spec,
        float min,
        float max,
        double mean,
        double standardDeviation,
        boolean labelled,
        SortedMap<Integer, Integer> classCounts) {
    public DataSummary {
        classCounts = Collections.unmodifiableSortedMap(new TreeMap<>((Map<Integer, Integer>) classCounts));
    }

    /** How many different labels occur. */
    public int classes() {
        return classCounts.size();
    }

    /**
     * Reads every example once.
     *
     * @throws dev.diabolo.spi.error.DiaboloException (USER) where there is no example
     */
    public static DataSummary of(Examples examples) {
        if (examples.size() == 0) {
            throw DataErrors.empty("these examples");
        }
        float[] row = new float[examples.spec().size()];
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        Moments moments = new Moments();
        SortedMap<Integer, Integer> classes = new TreeMap<>();
        for (int i = 0; i < examples.size(); i++) {
            examples.read(i, row, 0);
            for (float value : row) {
                min = Math.min(min, value);
                max = Math.max(max, value);
                moments.add(value);
            }
            if (examples.labelled()) {
                classes.merge(examples.label(i), 1, Integer::sum);
            }
        }
        return new DataSummary(
                examples.size(),
                examples.spec(),
                min,
                max,
                moments.mean,
                Math.sqrt(moments.squares / moments.count),
                examples.labelled(),
                classes);
    }

    /** Welford's running mean and variance, which do not cancel where the mean is large (Technometrics 4(3), 1962). */
    private static final class Moments {
        private long count;
        private double mean;
        private double squares;

        void add(double value) {
            count++;
            double distance = value - mean;
            mean += distance / count;
            squares += distance * (value - mean);
        }
    }
}
