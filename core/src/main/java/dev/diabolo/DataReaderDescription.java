package dev.diabolo;

import java.util.List;

/**
 * Something that turns files into examples.
 *
 * @param name what to write as {@code data.reader}
 * @param summary what it reads, one sentence
 * @param options its settings; their keys stand below {@code data.}
 */
public record DataReaderDescription(String name, String summary, List<OptionDescription> options) {
    public DataReaderDescription {
        options = List.copyOf(options);
    }
}
