package dev.diabolo.data.sequences;

import dev.diabolo.data.CsvRows;
import dev.diabolo.data.DataReader;
import dev.diabolo.data.ExampleStore;
import dev.diabolo.data.LabelledFolder;
import dev.diabolo.data.LabelledFolder.Item;
import dev.diabolo.data.Recognition;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Sequences in text files. All of a file's numbers are in memory, however many windows they make.
 *
 * <p><b>Shapes</b>: {@code [values of a step, window]}. <b>Units</b>: those of the file.
 */
public final class SequenceReader implements DataReader<SequenceOptions> {
    private static final Set<String> EXTENSIONS = Set.of("csv", "tsv");

    @Inject
    public SequenceReader() {}

    @Override
    public String name() {
        return "sequences";
    }

    @Override
    public String summary() {
        return "a CSV file of one long series, of many sequences by id, or of a sequence a row, or a folder of such"
                + " files; gives [values of a step, time]";
    }

    @Override
    public Class<SequenceOptions> optionsType() {
        return SequenceOptions.class;
    }

    /** A CSV file is a table of vectors, unless somebody says otherwise. */
    @Override
    public Recognition recognise(Path path) {
        return Recognition.NO;
    }

    @Override
    public boolean acceptsWhereKnown(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return LabelledFolder.holds(path, EXTENSIONS);
        }
        String name = path.toString().toLowerCase(Locale.ROOT);
        return EXTENSIONS.stream().anyMatch(end -> name.endsWith("." + end) || name.endsWith("." + end + ".gz"));
    }

    @Override
    public Content<SequenceOptions> read(Path path, SequenceOptions options, ExampleStore store) throws IOException {
        LabelledFolder folder = LabelledFolder.of(path, EXTENSIONS, options.classes());
        Part train = part(folder.train(), options);
        SequenceOptions found = options.with(
                (int) train.examples().spec().dimension(1),
                train.names(),
                folder.classes().isEmpty() ? options.classes() : folder.classes());
        Optional<Examples> test = folder.test().isEmpty()
                ? Optional.empty()
                : Optional.of(part(folder.test().get(), found).examples());
        String origin = train.examples().size() + " windows of " + train.sequences() + " sequences in " + path
                + folder.describeClasses();
        return new Content<>(origin, train.examples(), test, found);
    }

    private record Part(Examples examples, List<String> names, int sequences) {}

    private static Part part(List<Item> items, SequenceOptions options) throws IOException {
        List<Sequence> all = new ArrayList<>();
        List<String> names = options.columns();
        boolean labelled = false;
        int features = 0;
        for (Item item : items) {
            SequenceTable table = new SequenceTable(item.file().toString(), options);
            CsvRows.forEach(item.file(), table::add);
            List<Sequence> sequences = table.sequences();
            requireAlike(item.file(), items.get(0).file(), table.features(), features);
            boolean hasLabels = table.labelled() || item.label() >= 0;
            if (features != 0 && hasLabels != labelled) {
                throw DiaboloException.user(
                        "data.label-count",
                        Problem.of("some files have a column of labels, and some have none")
                                .at(item.file().toString())
                                .allowed("a column label in every file, or in none"));
            }
            features = table.features();
            labelled = hasLabels;
            names = table.names();
            all.addAll(item.label() >= 0 ? labelled(sequences, item.label()) : sequences);
        }
        boolean wide = options.layout() == SequenceOptions.Layout.WIDE;
        Examples examples = new WindowCutter(features, options.window(), options.stride()).cut(all, labelled);
        return new Part(examples, wide ? List.of() : names, all.size());
    }

    private static List<Sequence> labelled(List<Sequence> sequences, int label) {
        List<Sequence> labelled = new ArrayList<>();
        for (Sequence sequence : sequences) {
            Sequence copy = new Sequence(sequence.name());
            for (int i = 0; i < sequence.length(); i++) {
                Sequence.Step step = sequence.step(i);
                copy.add(new Sequence.Step(step.time(), step.values(), label, step.place()));
            }
            labelled.add(copy);
        }
        return labelled;
    }

    private static void requireAlike(Path file, Path first, int features, int before) {
        if (before != 0 && before != features) {
            throw DiaboloException.user(
                    "data.shape-mismatch",
                    Problem.of("time steps have different numbers of values: " + first + " has " + before + ", and "
                                    + file + " has " + features)
                            .at(file.toString())
                            .remedy("name the columns to use with data.columns"));
        }
    }
}
