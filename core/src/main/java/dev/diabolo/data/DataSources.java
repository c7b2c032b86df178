package dev.diabolo.data;

import dev.diabolo.options.OptionSchema;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.data.Reading;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.error.Problem;
import jakarta.inject.Inject;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Opens data sets by what a user writes: a name ({@code mnist}), a name with arguments ({@code random:100x8:7}), a
 * file, or a directory. A name goes before a file of that name; {@code ./mnist} is the file.
 */
public final class DataSources {
    private final SortedMap<String, BuiltInSource> builtIn = new TreeMap<>();
    private final SortedMap<String, RemoteSet> remote = new TreeMap<>();
    private final Readers readers;
    private final DownloadCache cache;
    private final Storage storage;

    /** Knows no reader but that of numbers. */
    public DataSources(Set<BuiltInSource> sources, DownloadCache cache, Storage storage) {
        this(sources, Set.of(), cache, storage);
    }

    /**
     * Knows {@code random}, {@code sines}, {@code ring}, {@code grid}, the given sources and readers, and what the cache can fetch.
     *
     * @throws DiaboloException (PLUGIN) where two sources, or two readers, have one name
     */
    @Inject
    public DataSources(Set<BuiltInSource> sources, Set<DataReader<?>> readers, DownloadCache cache, Storage storage) {
        this.readers = new Readers(readers, new NumbersReader(storage));
        this.cache = cache;
        this.storage = storage;
        List<BuiltInSource> all = new ArrayList<>(sources);
        all.add(new RandomSource());
        all.add(new SinesSource());
        all.add(ModesSource.ring());
        all.add(ModesSource.grid());
        all.forEach(source -> requireNew(source.name(), builtIn.put(source.name(), source) != null));
        cache.sets()
                .forEach(set ->
                        requireNew(set.name(), remote.put(set.name(), set) != null || builtIn.containsKey(set.name())));
    }

    /** The sources that have a name, by name. */
    public List<SourceDescription> names() {
        List<SourceDescription> descriptions = new ArrayList<>();
        builtIn.values().forEach(source -> descriptions.add(new SourceDescription(source.name(), source.summary())));
        remote.values().forEach(set -> descriptions.add(new SourceDescription(set.name(), set.summary())));
        descriptions.sort(Comparator.comparing(SourceDescription::name));
        return List.copyOf(descriptions);
    }

    /** What reads files, by name. */
    public List<ReaderDescription> readers() {
        return readers.all().stream()
                .map(reader ->
                        new ReaderDescription(reader.name(), reader.summary(), OptionSchema.of(reader.optionsType())))
                .toList();
    }

    /**
     * Reads, generates or fetches a data set, as the source itself suggests.
     *
     * @param reference a name, a name and arguments with a colon between, or a path
     */
    public Dataset open(String reference) {
        return open(reference, DataSettings.NONE, Optional.empty());
    }

    /**
     * Reads, generates or fetches a data set.
     *
     * @param reference a name, a name and arguments with a colon between, or a path
     * @param settings how to read a path; a name allows none
     * @param known how the data were read that a model learnt from: what {@code settings} leave open is done likewise, where
     *     the path is of that kind
     * @throws DiaboloException (USER) where there is no such thing or its content is wrong; (RESOURCE) where it cannot
     *     be read or fetched
     */
    public Dataset open(String reference, DataSettings settings, Optional<Reading> known) {
        int colon = reference.indexOf(':');
        String name = colon < 0 ? reference : reference.substring(0, colon);
        if (builtIn.containsKey(name) || remote.containsKey(reference)) {
            requireNoSettings(name, settings);
        }
        if (builtIn.containsKey(name)) {
            return checked(builtIn.get(name).open(colon < 0 ? "" : reference.substring(colon + 1)));
        }
        if (remote.containsKey(reference)) {
            return checked(new IdxDirectory(cache.fetch(remote.get(reference)), storage).dataset(reference));
        }
        return checked(ofPath(reference, name, settings, known));
    }

    private void requireNoSettings(String name, DataSettings settings) {
        if (settings.values().containsKey(DataSettings.READER)) {
            throw readers.noFile(name, settings);
        }
        List<Problem> problems = settings.values().keySet().stream()
                .map(key -> settings.locate(
                        key,
                        Problem.of("it has no effect: '" + name + "' is no file that could be read in several ways")
                                .remedy("leave it out, or name ./" + name + " if you mean a file of that name")))
                .toList();
        if (!problems.isEmpty()) {
            throw new DiaboloException(ErrorKind.USER, "data.invalid-settings", problems, null);
        }
    }

    private Dataset ofPath(String reference, String name, DataSettings settings, Optional<Reading> known) {
        Optional<Path> path = path(reference);
        if (path.isPresent() && Files.exists(path.get())) {
            return readers.read(reference, path.get(), settings, known, storage);
        }
        if (path.isPresent() && !Files.exists(path.get()) && !Files.notExists(path.get())) {
            throw DataErrors.unreadable(
                    path.get(), new AccessDeniedException(path.get().toString()));
        }
        if (path.isPresent() && looksLikePath(reference)) {
            throw DataErrors.missing(path.get());
        }
        throw unknown(reference, name, path);
    }

    private static Optional<Path> path(String reference) {
        try {
            return reference.isBlank() ? Optional.empty() : Optional.of(Path.of(reference));
        } catch (InvalidPathException notOne) {
            return Optional.empty();
        }
    }

    private static boolean looksLikePath(String reference) {
        return reference.contains("/") || reference.contains("\\") || reference.contains(".");
    }

    private DiaboloException unknown(String reference, String name, Optional<Path> path) {
        List<String> known = names().stream().map(SourceDescription::name).toList();
        List<String> near = NearestNames.of(name, known);
        String looked = path.map(
                        p -> "no file or directory at " + p.toAbsolutePath().normalize() + " either")
                .orElse("this is no path either");
        return DiaboloException.user(
                "data.unknown-source",
                Problem.of("there is no data set called '" + reference + "', and " + looked)
                        .allowed(String.join(", ", known) + ", or the path of a file or directory")
                        .remedy(near.isEmpty() ? "" : "did you mean " + String.join(" or ", near) + "?"));
    }

    private static Dataset checked(Dataset dataset) {
        dataset.test()
                .map(Examples::spec)
                .filter(spec -> !spec.equals(dataset.spec()))
                .ifPresent(spec -> {
                    throw DiaboloException.user(
                            "data.shape-mismatch",
                            Problem.of("training examples have shape " + dataset.spec() + " but test examples " + spec)
                                    .at(dataset.origin())
                                    .allowed("one shape for both"));
                });
        return dataset;
    }

    private static void requireNew(String name, boolean taken) {
        if (taken) {
            throw DiaboloException.plugin(
                    "data.duplicate-source", Problem.of("two data sources are called '" + name + "'"));
        }
    }
}
