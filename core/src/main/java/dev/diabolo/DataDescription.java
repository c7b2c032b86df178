package dev.diabolo;

import java.util.Map;
import java.util.Optional;

/**
 * What a data set holds, in its own units.
 *
 * @param name as the user named it
 * @param origin where it came from and in which form
 * @param train what there is to learn from
 * @param test what there is to test on
 */
public record DataDescription(String name, String origin, Part train, Optional<Part> test) {
    /**
     * One part of a data set.
     *
     * @param examples how many
     * @param shape of one, such as {@code 1x28x28}
     * @param classes how many examples each label has; empty without labels
     */
    public record Part(
            int examples,
            String shape,
            double min,
            double max,
            double mean,
            double standardDeviation,
            Map<Integer, Integer> classes) {}
}
