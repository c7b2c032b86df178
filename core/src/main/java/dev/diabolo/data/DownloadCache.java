package dev.diabolo.data;

import dev.diabolo.files.PartFile;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Data sets that were downloaded once: a directory with a folder for each. A file is fetched only where it is missing,
 * checked before it gets its name, and never half there. Safe to use from several threads and processes: at worst a
 * file is fetched twice.
 */
public final class DownloadCache {
    /** How long to wait for a connection, an answer, or the next bytes. */
    public static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(DownloadCache.class);
    /** Deflate stores what it cannot compress, at 5 bytes for every 16,383 and gzip's header besides. */
    private static final int STORED_BLOCK = 16_383;

    private static final int HEADER_ALLOWANCE = 1024;

    private final Path root;
    private final List<RemoteSet> sets;
    private final DownloadListener listener;
    private final Duration timeout;

    /**
     * A cache; nothing is read, made or fetched yet.
     *
     * @param root the directory that holds a folder for each set; made when first needed
     * @param sets what can be asked for
     * @param listener is told how downloads go
     * @param timeout how long to wait for a connection, an answer, or the next bytes
     */
    public DownloadCache(Path root, List<RemoteSet> sets, DownloadListener listener, Duration timeout) {
        this.root = root;
        this.sets = List.copyOf(sets);
        this.listener = listener;
        this.timeout = timeout;
    }

    /**
     * The cache of this user: MNIST and Fashion-MNIST, in {@code DIABOLO_DATA} or the system's directory for caches,
     * from {@code DIABOLO_MNIST_URL} and {@code DIABOLO_FASHION_MNIST_URL} or the usual mirrors.
     *
     * @throws DiaboloException (USER) where one of those URLs is none
     */
    public static DownloadCache ofUser(Map<String, String> environment, DownloadListener listener) {
        return new DownloadCache(
                CacheDirectory.ofUser(environment),
                List.of(
                        RemoteSet.mnist(url(environment, "DIABOLO_MNIST_URL", RemoteSet.MNIST_MIRROR)),
                        RemoteSet.fashionMnist(
                                url(environment, "DIABOLO_FASHION_MNIST_URL", RemoteSet.FASHION_MNIST_MIRROR))),
                listener,
                TIMEOUT);
    }

    /** What can be asked for. */
    public List<RemoteSet> sets() {
        return sets;
    }

    /** Where the files of a set are, or will be. */
    public Path directory(RemoteSet set) {
        return root.resolve(set.name());
    }

    /**
     * The directory with all files of a set, after fetching those that are missing.
     *
     * @throws DiaboloException (RESOURCE) where one cannot be fetched, is not the right one, or cannot be kept
     */
    public Path fetch(RemoteSet set) {
        Path directory = directory(set);
        for (RemoteFile file : set.files()) {
            if (IdxDirectory.find(directory, file.name()).isEmpty()) {
                fetch(set, file, directory);
            }
        }
        return directory;
    }

    private void fetch(RemoteSet set, RemoteFile file, Path directory) {
        URI source = set.base().resolve(file.name() + ".gz");
        LOG.debug("fetching {} into {}", source, directory);
        boolean kept = false;
        try {
            makeDirectory(directory);
            keep(set, file, source, directory.resolve(file.name() + ".gz"));
            kept = true;
        } catch (IOException failure) {
            throw failure(set, "data.download-failed", "cannot download " + source + ": " + reason(failure), failure);
        } finally {
            if (!kept) {
                listener.failed(source);
            }
        }
        listener.finished(source);
    }

    private void keep(RemoteSet set, RemoteFile file, URI source, Path target) throws IOException {
        try (PartFile part = PartFile.of(target)) {
            new Download(timeout, listener).fetch(source, part.path(), mostBytes(file));
            String fault = RemoteFileCheck.fault(file, part.path()).orElse("");
            if (!fault.isEmpty()) {
                throw failure(set, "data.bad-download", source + " is not the right file: " + fault, null);
            }
            part.moveIntoPlace();
        }
    }

    private static void makeDirectory(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException failure) {
            throw DiaboloException.resource(
                    "data.cannot-write",
                    Problem.of("the directory for downloads cannot be made: " + reason(failure))
                            .at(directory.toString())
                            .remedy("set DIABOLO_DATA to a directory that may be written to"),
                    failure);
        }
    }

    private static long mostBytes(RemoteFile file) {
        long plain = file.uncompressedBytes();
        return plain + plain / STORED_BLOCK * 5 + HEADER_ALLOWANCE;
    }

    private DiaboloException failure(RemoteSet set, String code, String what, @Nullable Throwable cause) {
        String names = set.files().stream().map(file -> file.name() + ".gz").collect(Collectors.joining(", "));
        return DiaboloException.resource(
                code,
                Problem.of(what)
                        .at(set.name())
                        .remedy("without a network, put " + names + " into "
                                + directory(set).toAbsolutePath()),
                cause);
    }

    private static String reason(IOException failure) {
        String message = failure.getMessage();
        String type = failure.getClass().getSimpleName();
        return message == null ? type : failure.getClass() == IOException.class ? message : type + ", " + message;
    }

    private static URI url(Map<String, String> environment, String variable, URI usual) {
        String chosen = environment.getOrDefault(variable, "");
        if (chosen.isBlank()) {
            return usual;
        }
        try {
            return URI.create(chosen.strip());
        } catch (IllegalArgumentException malformed) {
            throw DiaboloException.user(
                    "data.bad-url",
                    Problem.of("'" + chosen + "' is not a URL")
                            .at("environment variable " + variable)
                            .allowed("a URL that begins with https:// or http://"));
        }
    }
}
