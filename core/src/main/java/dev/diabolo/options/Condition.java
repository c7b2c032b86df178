package dev.diabolo.options;

import java.util.Arrays;
import java.util.List;

/**
 * When an option matters: only with some values of another.
 *
 * @param key the other option, an enum
 * @param values its values with which this one matters, as a user writes them
 */
public record Condition(String key, List<String> values) {
    public Condition {
        values = List.copyOf(values);
    }

    /** Reads {@code name=sgd,rmsprop}. */
    static Condition parse(String text) {
        int equals = Math.max(0, text.indexOf('='));
        List<String> values = Arrays.stream(
                        text.substring(equals).replaceFirst("^=", "").split(","))
                .map(String::strip)
                .toList();
        return new Condition(text.substring(0, equals).strip(), values);
    }

    Condition within(String section) {
        return new Condition(section + "." + key, values);
    }

    /** In words: {@code name is sgd or rmsprop}. */
    public String describe() {
        int last = values.size() - 1;
        return key + " is "
                + (last == 0 ? values.get(0) : String.join(", ", values.subList(0, last)) + " or " + values.get(last));
    }
}
