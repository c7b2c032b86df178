package dev.diabolo.data;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of files whose rows cannot be read one by one, in a form where they can. A copy gets its name only once it is
 * complete, so any number of threads and processes may use one directory; at worst a file is converted twice.
 *
 * <p>Whenever a copy is added, others go: earlier versions of the same file, those that nobody has opened for
 * {@link #UNUSED}, and what a killed process left half written.
 */
final class ConversionCache {
    /** How long a copy is kept that is not used. */
    static final Duration UNUSED = Duration.ofDays(30);

    /** No conversion takes so long. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(ConversionCache.class);
    private static final String COPY = ".rows";

    private final Path directory;

    ConversionCache(Path directory) {
        this.directory = directory;
    }

    /** The copy that was made of this version of a file, if there is one; it counts as used. */
    Optional<StoredExamples> find(ConversionKey key) {
        Path copy = file(key);
        try {
            Optional<StoredExamples> found = ConvertedFile.open(copy);
            found.ifPresent(examples -> markUsed(copy));
            return found;
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException unreadable) {
            LOG.debug("cannot read {}", copy, unreadable);
            return Optional.empty();
        }
    }

    /** A new copy, to be filled. */
    Conversion conversion(ConversionKey key) throws CacheUnwritable {
        try {
            Files.createDirectories(directory);
            return new Conversion(key, this, file(key));
        } catch (IOException failure) {
            throw new CacheUnwritable(directory, failure);
        }
    }

    Path directory() {
        return directory;
    }

    private Path file(ConversionKey key) {
        return directory.resolve(key.source() + "-" + key.version() + COPY);
    }

    private static void markUsed(Path copy) {
        try {
            Files.setLastModifiedTime(copy, FileTime.from(Instant.now()));
        } catch (IOException readOnly) {
            LOG.debug("cannot mark {} as used", copy, readOnly);
        }
    }

    /** Deletes what is no longer of use; what cannot be deleted stays. */
    void sweep(ConversionKey added) {
        Instant now = Instant.now();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                if (isStale(file, added, now)) {
                    LOG.debug("deleting {}", file);
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException failure) {
            LOG.debug("cannot tidy {}", directory, failure);
        }
    }

    private boolean isStale(Path file, ConversionKey added, Instant now) throws IOException {
        String name = file.getFileName().toString();
        Duration age = Duration.between(Files.getLastModifiedTime(file).toInstant(), now);
        if (name.endsWith(COPY)) {
            boolean superseded = name.startsWith(added.source()) && !file.equals(file(added));
            return superseded || age.compareTo(UNUSED) > 0;
        }
        return name.endsWith(".part") && age.compareTo(ABANDONED) > 0;
    }
}
