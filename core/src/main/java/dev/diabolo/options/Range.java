package dev.diabolo.options;

import dev.diabolo.spi.option.Option;
import java.math.BigDecimal;

/**
 * The numbers that an option may take.
 *
 * @param min the least, or negative infinity
 * @param max the greatest, or infinity
 * @param minExclusive whether the least itself is refused
 * @param maxExclusive whether the greatest itself is refused
 */
public record Range(double min, double max, boolean minExclusive, boolean maxExclusive) {
    static Range of(Option option) {
        return new Range(option.min(), option.max(), option.minExclusive(), option.maxExclusive());
    }

    /** Whether there is no bound on either side. */
    public boolean unbounded() {
        return !boundedBelow() && !boundedAbove();
    }

    /** Whether there is a least number. */
    public boolean boundedBelow() {
        return min > Double.NEGATIVE_INFINITY;
    }

    /** Whether there is a greatest number. */
    public boolean boundedAbove() {
        return max < Double.POSITIVE_INFINITY;
    }

    /** Whether a number lies within. */
    public boolean contains(double number) {
        return (minExclusive ? number > min : number >= min) && (maxExclusive ? number < max : number <= max);
    }

    /** The bounds as a user reads them: {@code " > 0 and <= 1"}, with a space first; empty without bounds. */
    String describe() {
        String lower = boundedBelow() ? (minExclusive ? " > " : " >= ") + number(min) : "";
        String upper = boundedAbove() ? (maxExclusive ? " < " : " <= ") + number(max) : "";
        return lower + (lower.isEmpty() || upper.isEmpty() ? "" : " and") + upper;
    }

    private static String number(double bound) {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }
}
