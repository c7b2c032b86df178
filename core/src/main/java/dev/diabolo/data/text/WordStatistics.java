package dev.diabolo.data.text;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often words occur in the training documents. */
final class WordStatistics {
    private final Map<String, Long> occurrences = new HashMap<>();

    void add(Map<String, Integer> document) {
        document.forEach((word, count) -> occurrences.merge(word, (long) count, Long::sum));
    }

    /**
     * The words that occur most often, most frequent first and else by their characters.
     *
     * @throws DiaboloException (USER) where none occurs often enough
     */
    List<String> vocabulary(String where, int size, int minCount) {
        List<Map.Entry<String, Long>> frequent = new ArrayList<>();
        for (Map.Entry<String, Long> entry : occurrences.entrySet()) {
            if (entry.getValue() >= minCount) {
                frequent.add(entry);
            }
        }
        if (frequent.isEmpty()) {
            throw DiaboloException.user(
                    "data.no-words",
                    Problem.of("none of " + occurrences.size() + " words occurs " + minCount + " times")
                            .at(where)
                            .remedy("set data.min-count to less"));
        }
        frequent.sort(Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())));
        return frequent.stream().limit(size).map(Map.Entry::getKey).toList();
    }
}
