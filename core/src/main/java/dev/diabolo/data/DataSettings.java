package dev.diabolo.data;

import dev.diabolo.spi.error.Problem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a user says about reading data: the keys below {@code data.} with their values.
 *
 * @param values {@code reader} and the reader's options, as written or plain
 * @param origins where each was written; may lack any
 */
public record DataSettings(Map<String, Object> values, Map<String, String> origins) {
    /** The section of configuration files, and the beginning of each key. */
    public static final String SECTION = "data";

    /** The key that names a reader. */
    public static final String READER = "reader";

    /** Nothing said. */
    public static final DataSettings NONE = new DataSettings(Map.of(), Map.of());

    public DataSettings {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        origins = Map.copyOf(origins);
    }

    /** The values without the reader's name. */
    Map<String, Object> options() {
        Map<String, Object> options = new LinkedHashMap<>(values);
        options.remove(READER);
        return options;
    }

    /** A problem with the value of a key, at the place where it was written. */
    Problem locate(String key, Problem problem) {
        String place = SECTION + "." + key;
        return problem.at(origins.containsKey(key) ? place + " (" + origins.get(key) + ")" : place);
    }
}
