package dev.diabolo.data;

import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One file in any of the formats we read: its first bytes say which, and its name only where they don't. */
final class DataFile {
    private static final String FORMATS = "IDX, NPY, CSV (each also as .gz) and NPZ";
    private static final int BUFFER = 1 << 16;

    private static final Logger LOG = LoggerFactory.getLogger(DataFile.class);

    private final Path path;
    private final Storage storage;

    DataFile(Path path, Storage storage) {
        this.path = path;
        this.storage = storage;
    }

    /** The file as a data set of its own. */
    Dataset dataset(String name) {
        return reading(file -> file.readDataset(name));
    }

    /** The file as an IDX array. */
    NumericArray idx() {
        return reading(DataFile::readIdx);
    }

    private interface Reading<T> {
        T of(DataFile file) throws IOException;
    }

    private <T> T reading(Reading<T> reading) {
        try {
            requireContent();
            return reading.of(this);
        } catch (CacheUnwritable failure) {
            return withoutCopy(reading, failure);
        } catch (IOException failure) {
            throw DataErrors.unreadable(path, failure);
        }
    }

    /** A full disk need not stop what memory may hold. */
    private <T> T withoutCopy(Reading<T> reading, CacheUnwritable failure) {
        LOG.warn("{} is read into memory as a whole, since {}", path, failure.getMessage());
        try {
            return new DataFile(path, storage.memoryOnly()).reading(reading);
        } catch (OutOfMemoryError tooLarge) {
            throw DataErrors.noPlace(path, failure);
        }
    }

    private Dataset readDataset(String name) throws IOException {
        if (isZip()) {
            return NpzReader.read(name, path, storage);
        }
        try (InputStream in = uncompressed(path)) {
            return plain(name, in);
        }
    }

    private NumericArray readIdx() throws IOException {
        try (InputStream in = uncompressed(path)) {
            return array(in, IdxFormat.header(in, path.toString()));
        }
    }

    /** The array behind a header that was just read. */
    private NumericArray array(InputStream in, ArrayHeader header) throws IOException {
        boolean gzip = isGzip(path);
        Payload payload = new Payload(path.toString(), in, gzip ? -1 : Files.size(path), true);
        return gzip ? storage.ofStream(path, "", payload, header) : storage.ofFile(path, payload, header);
    }

    private Dataset plain(String name, InputStream in) throws IOException {
        byte[] head = head(in);
        if (IdxFormat.begins(head)) {
            return single(
                    name,
                    "IDX",
                    array(in, IdxFormat.header(in, path.toString())).examples(null));
        }
        if (NpyFormat.begins(head)) {
            return single(
                    name, "NPY", array(in, NpyHeader.read(in, path.toString())).examples(null));
        }
        String fileName = plainName();
        if (fileName.endsWith(".npy")) {
            throw DataErrors.wrongMagic(path.toString(), "an NPY file");
        }
        if (fileName.contains("-ubyte") || fileName.endsWith(".idx")) {
            throw DataErrors.wrongMagic(path.toString(), "an IDX file");
        }
        if (fileName.endsWith(".npz")) {
            throw DataErrors.wrongMagic(path.toString(), "an NPZ file");
        }
        if (fileName.endsWith(".csv") || fileName.endsWith(".tsv") || fileName.endsWith(".txt")) {
            return new Dataset(name, "CSV file " + path, csv(in), Optional.empty(), Optional.empty(), names());
        }
        throw DiaboloException.user(
                "data.unknown-format",
                Problem.of("neither the first bytes nor the name tell the format of this file")
                        .at(path.toString())
                        .allowed(FORMATS)
                        .remedy(
                                "a text file of numbers must be called .csv, .tsv or .txt; for text, and for sequences, name the reader"
                                        + " with data.reader=text or data.reader=sequences"));
    }

    private Examples csv(InputStream in) throws IOException {
        ConversionKey key = ConversionKey.of(path, "");
        Optional<StoredExamples> kept = storage.cache().find(key);
        if (kept.isPresent()) {
            return kept.get();
        }
        try (ValueSpool spool = new ValueSpool(path, storage, key)) {
            return CsvFile.read(in, path.toString(), spool);
        }
    }

    private List<String> names() throws IOException {
        try (InputStream in = uncompressed(path)) {
            return CsvFile.names(in);
        }
    }

    private Dataset single(String name, String format, Examples examples) {
        return new Dataset(name, format + " file " + path, examples, Optional.empty());
    }

    private void requireContent() throws IOException {
        if (!Files.exists(path)) {
            throw DataErrors.missing(path);
        }
        if (!Files.isReadable(path)) {
            throw new AccessDeniedException(path.toString());
        }
        if (!Files.isRegularFile(path)) {
            throw DiaboloException.user(
                    "data.not-a-file", Problem.of("this is not a file").at(path.toString()));
        }
        if (Files.size(path) == 0) {
            throw DataErrors.empty(path.toString());
        }
    }

    private boolean isZip() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] head = in.readNBytes(4);
            return head.length == 4 && head[0] == 'P' && head[1] == 'K' && (head[2] == 3 || head[2] == 5);
        }
    }

    private static boolean isGzip(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.read() == 0x1F && in.read() == 0x8B;
        }
    }

    static InputStream uncompressed(Path path) throws IOException {
        boolean gzip = isGzip(path);
        if (!gzip && path.toString().toLowerCase(Locale.ROOT).endsWith(".gz")) {
            throw DataErrors.wrongMagic(path.toString(), "a gzip file");
        }
        InputStream file = Files.newInputStream(path);
        try {
            return new BufferedInputStream(gzip ? new GZIPInputStream(file, BUFFER) : file, BUFFER);
        } catch (IOException failure) {
            file.close();
            throw failure;
        }
    }

    private static byte[] head(InputStream in) throws IOException {
        in.mark(8);
        byte[] head = in.readNBytes(8);
        in.reset();
        return head;
    }

    private String plainName() {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".gz") ? name.substring(0, name.length() - ".gz".length()) : name;
    }
}
