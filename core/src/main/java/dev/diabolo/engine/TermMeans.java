package dev.diabolo.engine;

import dev.diabolo.spi.training.TermSpec;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The mean of each term over the examples on which it was computed. */
final class TermMeans {
    private final Map<String, Double> sums = new HashMap<>();
    private final Map<String, Integer> examples = new HashMap<>();

    /** Adds the means over a batch. */
    void add(Map<String, Double> means, int batch) {
        means.forEach((term, mean) -> {
            sums.merge(term, mean * batch, Double::sum);
            examples.merge(term, batch, Integer::sum);
        });
    }

    void save(RunState state) {
        state.put("means/sums/", sums);
        examples.forEach((term, count) -> state.put("means/examples/" + term, count));
    }

    void restore(RunState state) {
        sums.putAll(state.numbers("means/sums/"));
        state.numbers("means/examples/").forEach((term, count) -> examples.put(term, count.intValue()));
    }

    /** The means, in the order of the terms; without those that were never computed. */
    Map<String, Double> of(List<TermSpec> terms) {
        Map<String, Double> means = new LinkedHashMap<>();
        for (TermSpec term : terms) {
            Double sum = sums.get(term.name());
            if (sum != null) {
                means.put(term.name(), sum / examples.get(term.name()));
            }
        }
        return means;
    }
}
