package dev.diabolo.spi.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How files were turned into examples: whoever reads other files so gets examples that mean the same, whatever those files
 * would have suggested by themselves. A model keeps it.
 *
 * @param reader the name of what read them, such as {@code pictures}
 * @param settings its options, and what it found where they left it open, as plain values: numbers, truth values, texts
 *     and lists of these
 */
public record Reading(String reader, Map<String, Object> settings) {
    public Reading {
        Objects.requireNonNull(reader, "reader is missing");
        Map<String, Object> copy = new LinkedHashMap<>();
        Objects.requireNonNull(settings, "settings are missing").forEach((key, value) -> {
            Objects.requireNonNull(value, () -> "setting " + key + " has no value");
            copy.put(key, value instanceof List<?> list ? List.copyOf(list) : value);
        });
        settings = Collections.unmodifiableMap(copy);
    }
}
