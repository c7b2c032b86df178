package dev.diabolo.options;

import java.math.BigDecimal;

/**
 * A word that a user may write for a number.
 *
 * @param text what is written: {@code full}
 * @param number what it means
 */
public record NumberWord(String text, BigDecimal number) {
    /** Reads {@code full=0}. */
    static NumberWord parse(String definition) {
        int equals = definition.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("'" + definition + "' is not of the form word=number");
        }
        return new NumberWord(definition.substring(0, equals), new BigDecimal(definition.substring(equals + 1)));
    }

    boolean means(Object value) {
        return value instanceof Number other && new BigDecimal(other.toString()).compareTo(number) == 0;
    }
}
