package dev.diabolo.options;

import dev.diabolo.spi.error.Problem;
import java.util.List;
import java.util.Map;

/**
 * What came of binding values to options.
 *
 * @param values the typed value of each key that could be read, defaults included
 * @param problems what is wrong with the others: by key, in the order of the options
 */
public record Binding(Map<String, Object> values, Map<String, Problem> problems) {
    /** Whether every key could be read. */
    public boolean complete() {
        return problems.isEmpty();
    }

    List<Problem> located() {
        return problems.entrySet().stream()
                .map(problem -> problem.getValue().at(problem.getKey()))
                .toList();
    }
}
