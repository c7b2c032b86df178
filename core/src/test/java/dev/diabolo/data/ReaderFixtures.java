package dev.diabolo.data;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.data.Reading;
import dev.diabolo.spi.error.DiaboloException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Opens data with one reader, in memory unless it is said otherwise. */
public final class ReaderFixtures {
    private final DataReader<?> reader;
    private final Storage storage;

    private ReaderFixtures(DataReader<?> reader, Storage storage) {
        this.reader = reader;
        this.storage = storage;
    }

    public static ReaderFixtures of(DataReader<?> reader) {
        return new ReaderFixtures(reader, new Storage(Path.of("unused"), Long.MAX_VALUE));
    }

    /** As if nothing fitted into memory. */
    public ReaderFixtures stored(Path copies) {
        return stored(copies, 0);
    }

    /** As if so many bytes fitted into memory. */
    public ReaderFixtures stored(Path copies, long mostInMemory) {
        return new ReaderFixtures(reader, new Storage(copies, mostInMemory));
    }

    public Dataset open(Path path, Map<String, ?> settings) {
        return open(path, settings, Optional.empty());
    }

    public Dataset open(Path path, Map<String, ?> settings, Optional<Reading> known) {
        return sources().open(path.toString(), new DataSettings(Map.copyOf(settings), Map.of()), known);
    }

    private DataSources sources() {
        return new DataSources(
                Set.of(),
                Set.of(reader),
                new DownloadCache(Path.of("unused"), List.of(), DownloadListener.NONE, Duration.ofSeconds(5)),
                storage);
    }

    public DiaboloException failure(Path path, Map<String, ?> settings) {
        return catchThrowableOfType(DiaboloException.class, () -> open(path, settings));
    }

    public static float[] row(Examples examples, int index) {
        float[] row = new float[examples.spec().size()];
        examples.read(index, row, 0);
        return row;
    }
}
