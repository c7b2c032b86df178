package dev.diabolo.data;

import dev.diabolo.spi.data.Examples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns files of one kind into examples, as its options say. Stateless.
 *
 * @param <O> the options: a record whose parts are annotated with {@link dev.diabolo.spi.option.Option}
 */
public interface DataReader<O extends Record> {
    /** What a user writes as {@code data.reader}. */
    String name();

    /** What it reads and what becomes of it, one sentence. */
    String summary();

    /** The record of its options. */
    Class<O> optionsType();

    /** Whether it is meant where nobody names a reader; looks at names only, and at few of them. */
    Recognition recognise(Path path) throws IOException;

    /** Whether it is meant where a model learnt from what this read, and nobody names a reader. */
    default boolean acceptsWhereKnown(Path path) throws IOException {
        return recognise(path) != Recognition.NO;
    }

    /**
     * Reads.
     *
     * @param path an existing file or directory
     * @param store where the examples go
     * @throws dev.diabolo.spi.error.DiaboloException (USER) for what is not as it should be, with file and place
     */
    Content<O> read(Path path, O options, ExampleStore store) throws IOException;

    /**
     * Reads what a model is applied to.
     *
     * @param inherited the names of options that are as the model's data had them, and that nobody asked for here
     * @throws dev.diabolo.spi.error.DiaboloException (USER) as {@link #read(Path, Record, ExampleStore)}
     */
    default Content<O> read(Path path, O options, Set<String> inherited, ExampleStore store) throws IOException {
        return read(path, options, store);
    }

    /**
     * What was read.
     *
     * @param origin what it is, one line for people
     * @param resolved the options, with what was found where they left it open; other files read with these give examples
     *     that mean the same
     * @param columns the names of an example's values; empty where they have none
     */
    record Content<O extends Record>(
            String origin, Examples train, Optional<Examples> test, O resolved, List<String> columns) {
        /** Of values without names. */
        public Content(String origin, Examples train, Optional<Examples> test, O resolved) {
            this(origin, train, test, resolved, List.of());
        }
    }
}
