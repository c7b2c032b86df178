package dev.diabolo.data;

import java.util.Objects;

/**
 * A named source, for listings.
 *
 * @param name what to write in a reference
 * @param summary what it is, one sentence
 */
public record SourceDescription(String name, String summary) {
    public SourceDescription {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(summary, "summary");
    }
}
