package dev.diabolo.data;

import dev.diabolo.options.Binding;
import dev.diabolo.options.NearestName;
import dev.diabolo.options.OptionSchema;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Reading;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.error.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The readers by name: chooses one, binds its options, and has it read. */
final class Readers {
    private final SortedMap<String, DataReader<?>> byName = new TreeMap<>();
    private final DataReader<?> otherwise;

    /**
     * @param otherwise reads what nobody recognises
     */
    Readers(Collection<DataReader<?>> readers, DataReader<?> otherwise) {
        this.otherwise = otherwise;
        List<DataReader<?>> all = new ArrayList<>(readers);
        all.add(otherwise);
        for (DataReader<?> reader : all) {
            if (byName.put(reader.name(), reader) != null) {
                throw DiaboloException.plugin(
                        "data.duplicate-reader", Problem.of("two data readers are called '" + reader.name() + "'"));
            }
        }
    }

    Collection<DataReader<?>> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    /**
     * Reads a path.
     *
     * @param known how a model's data were read; holds where the path is of that kind and the settings say nothing else
     */
    Dataset read(String name, Path path, DataSettings settings, Optional<Reading> known, Storage storage) {
        try {
            DataReader<?> reader = choose(path, settings, known);
            Map<String, Object> inherited = known.filter(
                            reading -> reading.reader().equals(reader.name()))
                    .map(Reading::settings)
                    .orElse(Map.of());
            return read(reader, name, path, settings, inherited, storage);
        } catch (IOException failure) {
            throw DataErrors.unreadable(path, failure);
        }
    }

    private DataReader<?> choose(Path path, DataSettings settings, Optional<Reading> known) throws IOException {
        Object named = settings.values().get(DataSettings.READER);
        if (named != null) {
            return require(named.toString(), settings);
        }
        DataReader<?> learnt =
                known.map(reading -> byName.get(reading.reader())).orElse(null);
        if (learnt != null && learnt.acceptsWhereKnown(path)) {
            return learnt;
        }
        List<DataReader<?>> recognising = new ArrayList<>();
        Recognition best = Recognition.POSSIBLE;
        for (DataReader<?> reader : byName.values()) {
            Recognition recognition = reader.recognise(path);
            if (recognition.compareTo(best) > 0) {
                recognising.clear();
                best = recognition;
            }
            if (recognition == best) {
                recognising.add(reader);
            }
        }
        if (recognising.size() > 1) {
            throw DiaboloException.user(
                    "data.ambiguous",
                    Problem.of("several readers understand this: "
                                    + String.join(
                                            ", ",
                                            recognising.stream()
                                                    .map(DataReader::name)
                                                    .toList()))
                            .at(path.toString())
                            .remedy("name one as data.reader"));
        }
        return recognising.isEmpty() ? otherwise : recognising.get(0);
    }

    private DataReader<?> require(String named, DataSettings settings) {
        DataReader<?> reader = byName.get(named);
        if (reader == null) {
            Set<String> names = byName.keySet();
            throw DiaboloException.user(
                    "data.unknown-reader",
                    settings.locate(
                            DataSettings.READER,
                            Problem.of("there is no reader '" + named + "'")
                                    .allowed(String.join(", ", names))
                                    .remedy(NearestName.remedy(named, names))));
        }
        return reader;
    }

    /**
     * What is said where a reader is named for data that are in no file.
     *
     * @param data their name
     */
    DiaboloException noFile(String data, DataSettings settings) {
        DataReader<?> reader =
                require(settings.values().get(DataSettings.READER).toString(), settings);
        return DiaboloException.user(
                "data.invalid-settings",
                settings.locate(
                        DataSettings.READER,
                        Problem.of("'" + data + "' is no file, and the reader '" + reader.name()
                                        + "' reads files alone")
                                .allowed(reader.summary())
                                .remedy("name such a file, or ./" + data
                                        + " if you mean a file of that name; else leave out "
                                        + settings.values().keySet().stream()
                                                .map(key -> DataSettings.SECTION + "." + key)
                                                .sorted()
                                                .collect(Collectors.joining(", ")))));
    }

    private static <O extends Record> Dataset read(
            DataReader<O> reader,
            String name,
            Path path,
            DataSettings settings,
            Map<String, Object> inherited,
            Storage storage)
            throws IOException {
        OptionSchema schema = OptionSchema.of(reader.optionsType());
        O options = bind(reader, schema, settings, inherited);
        ExampleStore store = new ExampleStore(path, reader.name() + schema.values(options), storage);
        Set<String> learnt = new LinkedHashSet<>(inherited.keySet());
        learnt.removeAll(settings.options().keySet());
        DataReader.Content<O> content = reader.read(path, options, learnt, store);
        Map<String, Object> resolved = new LinkedHashMap<>(schema.values(content.resolved()));
        resolved.keySet().removeAll(schema.inapplicable(resolved));
        Optional<Reading> reading =
                schema.fields().isEmpty() ? Optional.empty() : Optional.of(new Reading(reader.name(), resolved));
        return new Dataset(name, content.origin(), content.train(), content.test(), reading, content.columns());
    }

    private static <O extends Record> O bind(
            DataReader<O> reader, OptionSchema schema, DataSettings settings, Map<String, Object> inherited) {
        Map<String, Object> given = settings.options();
        Map<String, Object> all = new LinkedHashMap<>(inherited);
        all.putAll(given);
        List<Problem> problems = new ArrayList<>();
        Set<String> inVain = new LinkedHashSet<>(schema.inapplicable(all));
        for (String key : inVain) {
            if (given.containsKey(key)) {
                String when =
                        schema.field(key).orElseThrow().when().orElseThrow().describe();
                problems.add(settings.locate(
                        key,
                        Problem.of("it has no effect: it matters where " + when).remedy("leave it out")));
            }
        }
        all.keySet().removeAll(inVain);
        Binding binding = schema.bind(all);
        binding.problems()
                .forEach((key, problem) -> problems.add(settings.locate(
                        key,
                        schema.fields().isEmpty()
                                ? problem.allowed("reader " + reader.name() + " has no options")
                                : problem)));
        if (problems.isEmpty()) {
            try {
                return reader.optionsType().cast(schema.create(binding.values()));
            } catch (DiaboloException refused) {
                refused.problems().forEach(problem -> problems.add(settings.locate(problem.where(), problem)));
            }
        }
        throw new DiaboloException(ErrorKind.USER, "data.invalid-settings", problems, null);
    }
}
