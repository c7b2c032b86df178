package dev.diabolo.data.text;

import dev.diabolo.data.DataReader;
import dev.diabolo.data.ExampleStore;
import dev.diabolo.data.LabelledFolder;
import dev.diabolo.data.LabelledFolder.Item;
import dev.diabolo.data.Recognition;
import dev.diabolo.data.text.TextOptions.Bag;
import dev.diabolo.data.text.TextOptions.Weight;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Documents as bags of words: a file has one in each line, a folder one in each file.
 *
 * <p><b>Shapes</b>: {@code [words of the vocabulary]} or {@code [hashes]}. <b>Units</b>: words, or weights of such.
 */
public final class TextReader implements DataReader<TextOptions> {
    private static final Set<String> EXTENSIONS = Set.of("txt");

    @Inject
    public TextReader() {}

    @Override
    public String name() {
        return "text";
    }

    @Override
    public String summary() {
        return "a file with a document in each line, or a folder of .txt files, as counts of words";
    }

    @Override
    public Class<TextOptions> optionsType() {
        return TextOptions.class;
    }

    /** A single .txt file may be a table of numbers. */
    @Override
    public Recognition recognise(Path path) throws IOException {
        return Recognition.POSSIBLE.when(LabelledFolder.holds(path, EXTENSIONS));
    }

    @Override
    public boolean acceptsWhereKnown(Path path) throws IOException {
        return recognise(path) != Recognition.NO
                || Files.isRegularFile(path)
                        && LabelledFolder.hasExtension(EXTENSIONS).test(path);
    }

    @Override
    public Content<TextOptions> read(Path path, TextOptions options, ExampleStore store) throws IOException {
        LabelledFolder folder = LabelledFolder.of(path, EXTENSIONS, options.classes());
        Documents documents = new Documents(!Files.isDirectory(path), options.lowerCase());
        List<String> classes = folder.classes().isEmpty() ? options.classes() : folder.classes();
        List<String> words = vocabulary(path, documents, folder.train(), options);
        TextOptions worded = options.with(words, options.factors(), classes);
        TextOptions found = worded.with(words, factors(path, documents, folder.train(), worded), classes);
        WordVectors vectors = new WordVectors(found);
        Examples train = examples("train" + found, documents, folder.train(), vectors, store);
        Optional<Examples> test = folder.test().isEmpty()
                ? Optional.empty()
                : Optional.of(examples("test" + found, documents, folder.test().get(), vectors, store));
        String origin =
                train.size() + test.map(Examples::size).orElse(0) + " documents in " + path + folder.describeClasses();
        return new Content<>(origin, train, test, found);
    }

    private static List<String> vocabulary(Path path, Documents documents, List<Item> items, TextOptions options)
            throws IOException {
        if (options.bag() == Bag.HASHED || !options.vocabulary().isEmpty()) {
            return options.vocabulary();
        }
        WordStatistics statistics = new WordStatistics();
        forEach(documents, items, (counts, label) -> statistics.add(counts));
        return statistics.vocabulary(path.toString(), options.size(), options.minCount());
    }

    /** <b>Formula:</b> ln((1 + n) / (1 + d)) + 1 for d of n documents, so that no word is without weight. */
    private static List<Double> factors(Path path, Documents documents, List<Item> items, TextOptions options)
            throws IOException {
        WordVectors counting = new WordVectors(options.with(options.vocabulary(), List.of(), List.of()));
        int size = counting.spec().size();
        if (options.weight() != Weight.TF_IDF) {
            return List.of();
        }
        if (!options.factors().isEmpty()) {
            requireSize(path, options.factors().size(), size);
            return options.factors();
        }
        long[] having = new long[size];
        long[] all = new long[1];
        forEach(documents, items, (counts, label) -> {
            all[0]++;
            float[] vector = counting.of(counts);
            for (int i = 0; i < size; i++) {
                having[i] += vector[i] > 0 ? 1 : 0;
            }
        });
        List<Double> factors = new ArrayList<>(size);
        for (long some : having) {
            factors.add(Math.log((1.0 + all[0]) / (1.0 + some)) + 1);
        }
        return factors;
    }

    private static void requireSize(Path path, int factors, int size) {
        if (factors != size) {
            throw DiaboloException.user(
                    "data.wrong-factors",
                    Problem.of("there are " + factors + " factors for " + size + " values")
                            .at(path.toString())
                            .remedy("leave out data.factors, or set data.vocabulary and data.size as they were"));
        }
    }

    private static void forEach(Documents documents, List<Item> items, Documents.Consumer consumer) throws IOException {
        for (Item item : items) {
            documents.forEach(item.file(), item.label(), consumer);
        }
    }

    private static Examples examples(
            String part, Documents documents, List<Item> items, WordVectors vectors, ExampleStore store)
            throws IOException {
        List<Path> files = items.stream().map(Item::file).toList();
        return store.collect(
                part,
                files,
                false,
                spool -> forEach(documents, items, (counts, label) -> {
                    if (label < 0) {
                        spool.add(vectors.spec(), vectors.of(counts));
                    } else {
                        spool.add(vectors.spec(), vectors.of(counts), label);
                    }
                }));
    }
}
