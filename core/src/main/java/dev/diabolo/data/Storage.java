package dev.diabolo.data;

import dev.diabolo.spi.graph.TensorSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides where the numbers of a file are kept while they are used: few of them in memory; many in the file itself or, where
 * rows cannot be read from it, in a copy that can, kept for next time.
 */
public final class Storage {
    /**
     * What is kept in memory at most, in bytes: MNIST (45 MiB) among it. Ten times as much data as fits costs memory less than a
     * fifth of what a process with ND4J takes anyway.
     */
    static final long MOST_IN_MEMORY = 64L << 20;

    /** Of Java's memory; a reader that collects values needs up to three times what it collects. */
    private static final int SHARE = 8;

    private final ConversionCache cache;
    private final long mostInMemory;

    /**
     * @param directory for copies; made when first needed
     * @param mostInMemory bytes of one array or table that are kept in memory
     */
    public Storage(Path directory, long mostInMemory) {
        this(new ConversionCache(directory), mostInMemory);
    }

    private Storage(ConversionCache cache, long mostInMemory) {
        this.cache = cache;
        this.mostInMemory = mostInMemory;
    }

    /** As users have it: copies in {@code converted} beside what was downloaded. */
    public static Storage ofUser(Map<String, String> environment) {
        long most = Math.min(MOST_IN_MEMORY, Runtime.getRuntime().maxMemory() / SHARE);
        return new Storage(CacheDirectory.ofUser(environment).resolve("converted"), most);
    }

    /** Keeps everything in memory. */
    Storage memoryOnly() {
        return new Storage(cache, Long.MAX_VALUE);
    }

    ConversionCache cache() {
        return cache;
    }

    /** Whether values that take so many bytes are kept in memory. */
    boolean inMemory(long bytes) {
        return bytes <= mostInMemory;
    }

    /**
     * An array in a file of its own, which is read whole only where it is small, or column by column.
     *
     * @param payload of the file, positioned behind the header
     */
    NumericArray ofFile(Path path, Payload payload, ArrayHeader header) throws IOException {
        if (header.columnMajor() || inMemory(header.bytesInMemory())) {
            return ArrayDecoder.decode(payload, header);
        }
        String where = payload.where();
        List<Integer> shape = header.shape(where);
        PositionalFile file = new PositionalFile(path);
        header.requireLength(where, file.length());
        StoredValues values = new StoredValues(
                file, header.bytes(), header.type(), header.order(), shape.get(0), header.rowWidth(where));
        TensorSpec spec = NumericArray.spec(shape);
        return new NumericArray(where, shape, StoredExamples.checked(where, spec, values));
    }

    /**
     * An array that is compressed, or part of an archive.
     *
     * @param path of the file it is in
     * @param entry its name in an archive; empty where the file holds nothing else
     * @param payload positioned behind the header
     * @throws CacheUnwritable where there is no room for a copy
     */
    NumericArray ofStream(Path path, String entry, Payload payload, ArrayHeader header) throws IOException {
        if (header.columnMajor() || inMemory(header.bytesInMemory())) {
            return ArrayDecoder.decode(payload, header);
        }
        List<Integer> shape = header.shape(payload.where());
        ConversionKey key = ConversionKey.of(path, entry);
        Optional<StoredExamples> kept = cache.find(key);
        StoredExamples rows =
                kept.isPresent() ? kept.get() : ArrayConversion.convert(payload, header, cache.conversion(key));
        return new NumericArray(payload.where(), shape, rows);
    }
}
