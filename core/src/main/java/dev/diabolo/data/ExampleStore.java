package dev.diabolo.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a reader's examples go: into memory while they are few, from then on into a copy on disk that is kept for the next
 * time the same files are read in the same way (docs/adr/0016).
 */
public final class ExampleStore {
    private static final Logger LOG = LoggerFactory.getLogger(ExampleStore.class);

    private final Path path;
    private final String way;
    private final Storage storage;

    /**
     * @param path what is read
     * @param way reader and options
     */
    ExampleStore(Path path, String way, Storage storage) {
        this.path = path;
        this.way = way;
        this.storage = storage;
    }

    /** Puts examples into a spool, one by one. */
    @FunctionalInterface
    public interface Filling {
        void fill(ExampleSpool spool) throws IOException;
    }

    /**
     * The examples of some files; they are read only where no copy is kept.
     *
     * @param part which part of the data this is, and what beside its files and the options it depends on: each has a copy of
     *     its own
     * @param files all that is read, in order
     * @param bytes whether all values are whole and from 0 to 255, which takes a quarter of the room
     * @throws dev.diabolo.spi.error.DiaboloException (USER) where no example came; (RESOURCE) where there is no room
     */
    public RowTable collect(String part, List<Path> files, boolean bytes, Filling filling) throws IOException {
        ConversionKey key = ConversionKey.of(path, files, way + "\0" + part);
        Optional<StoredExamples> kept = storage.cache().find(key);
        if (kept.isPresent()) {
            return kept.get();
        }
        try {
            return collect(new ExampleSpool(path.toString(), storage, key, bytes), filling);
        } catch (CacheUnwritable failure) {
            LOG.warn("{} is read into memory as a whole, since {}", path, failure.getMessage());
            try {
                return collect(new ExampleSpool(path.toString(), storage.memoryOnly(), key, bytes), filling);
            } catch (OutOfMemoryError tooLarge) {
                throw DataErrors.noPlace(path, failure);
            }
        }
    }

    private static RowTable collect(ExampleSpool spool, Filling filling) throws IOException {
        try (spool) {
            filling.fill(spool);
            return spool.examples();
        }
    }
}
