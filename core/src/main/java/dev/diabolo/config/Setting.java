package dev.diabolo.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One value as it was written.
 *
 * @param value a text or a list of texts; where {@code literal} also numbers, truth values and null
 * @param origin where it was written
 * @param literal whether {@code ${...}} in it means nothing
 */
record Setting(@Nullable Object value, String origin, boolean literal) {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(?:[a-z]+:)?([^{}:]+)}");

    /** The keys that it refers to. */
    Set<String> references() {
        Set<String> keys = new TreeSet<>();
        if (!literal && value != null) {
            for (Object part : value instanceof List<?> list ? list : List.of(value)) {
                Matcher reference = REFERENCE.matcher(part.toString());
                while (reference.find()) {
                    keys.add(reference.group(1));
                }
            }
        }
        return keys;
    }

    /** The key whose value this is, where it is one reference and nothing else. */
    Optional<String> referredTo() {
        Matcher reference = REFERENCE.matcher(literal || value == null ? "" : value.toString());
        return reference.matches() ? Optional.of(reference.group(1)) : Optional.empty();
    }
}
