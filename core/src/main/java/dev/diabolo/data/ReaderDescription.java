package dev.diabolo.data;

import dev.diabolo.options.OptionSchema;

/**
 * A reader, for listings.
 *
 * @param name what to write as {@code data.reader}
 * @param summary what it reads, one sentence
 * @param options its options
 */
public record ReaderDescription(String name, String summary, OptionSchema options) {}
