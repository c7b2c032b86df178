package dev.diabolo.metrics;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a classifier makes of examples.
 *
 * @param counts how many it takes for each class
 * @param entropy the mean over examples of {@code -sum_c p_c log p_c}, in nats: 0 where it is sure of each, the logarithm of the number
 *     of classes where it knows nothing
 */
public record ClassStatistics(List<Integer> counts, double entropy) {
    /** Of its share in the data, what a class must have among samples to be covered. */
    private static final double COVERED = 0.1;

    public ClassStatistics {
        counts = List.copyOf(counts);
    }

    /**
     * Of the probabilities of classes.
     *
     * @param probabilities of at least one example
     */
    public static ClassStatistics of(float[][] probabilities) {
        Integer[] counts = new Integer[probabilities[0].length];
        java.util.Arrays.fill(counts, 0);
        double entropy = 0;
        for (float[] of : probabilities) {
            counts[mostLikely(of)]++;
            for (float probability : of) {
                entropy -= probability > 0 ? probability * Math.log(probability) : 0;
            }
        }
        return new ClassStatistics(List.of(counts), entropy / probabilities.length);
    }

    /** The first of the likeliest classes. */
    public static int mostLikely(float[] probabilities) {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        return best;
    }

    /**
     * The share of the data's classes that have at least a tenth of their share in the data; one sample that looks like nothing
     * covers no class.
     *
     * @param data of the same classes
     */
    public double coverage(ClassStatistics data) {
        double ofSamples = total();
        double ofData = data.total();
        long present = data.counts.stream().filter(count -> count > 0).count();
        long covered = IntStream.range(0, counts.size())
                .filter(i -> data.counts.get(i) > 0)
                .filter(i -> counts.get(i) / ofSamples >= COVERED * data.counts.get(i) / ofData)
                .count();
        return (double) covered / present;
    }

    private double total() {
        return counts.stream().mapToInt(count -> count).sum();
    }
}
