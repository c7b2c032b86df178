package dev.diabolo;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well the classes that a model infers are the labels of examples.
 *
 * @param examples how many were classified
 * @param error the share of them whose class is not their label
 * @param labelOf the label that each class of the model stands for: of a model that learnt from labels, each its own; of one
 *     that found clusters, the most frequent label of the examples in each
 * @param clusters whether classes are clusters
 */
public record ClassificationReport(int examples, double error, Map<Integer, Integer> labelOf, boolean clusters) {
    public ClassificationReport {
        labelOf = Collections.unmodifiableMap(new TreeMap<>(labelOf));
    }

    /**
     * Counts errors.
     *
     * @param found the class of each example, of which there is one at least
     * @param labels the label of each
     */
    static ClassificationReport of(int[] found, int[] labels, boolean clusters) {
        Map<Integer, Map<Integer, Integer>> counts = new TreeMap<>();
        for (int i = 0; i < found.length; i++) {
            counts.computeIfAbsent(found[i], none -> new TreeMap<>()).merge(labels[i], 1, Integer::sum);
        }
        Map<Integer, Integer> labelOf = new TreeMap<>();
        int right = 0;
        for (var entry : counts.entrySet()) {
            int label = clusters ? mostFrequent(entry.getValue()) : entry.getKey();
            labelOf.put(entry.getKey(), label);
            right += entry.getValue().getOrDefault(label, 0);
        }
        return new ClassificationReport(found.length, 1 - right / (double) found.length, labelOf, clusters);
    }

    private static int mostFrequent(Map<Integer, Integer> counts) {
        return Collections.max(counts.entrySet(), Map.Entry.comparingByValue()).getKey();
    }
}
