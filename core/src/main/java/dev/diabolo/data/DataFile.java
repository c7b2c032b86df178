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
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** One file in any of the formats we read: its first bytes say which, and its name only where they don't. */
final class DataFile {
    private static final String FORMATS = "IDX, NPY, CSV (each also as .gz) and NPZ";
    private static final int BUFFER = 1 << 16;

    private final Path path;

    DataFile(Path path) {
        this.path = path;
    }

    /** The file as a data set of its own. */
    Dataset dataset(String name) {
        try {
            requireContent();
            if (isZip()) {
                return NpzReader.read(name, path);
            }
            try (InputStream in = uncompressed()) {
                return plain(name, in);
            }
        } catch (IOException failure) {
            throw DataErrors.unreadable(path, failure);
        }
    }

    /** The file as an IDX array. */
    NumericArray idx() {
        try {
            requireContent();
            try (InputStream in = uncompressed()) {
                return IdxReader.read(payload(in));
            }
        } catch (IOException failure) {
            throw DataErrors.unreadable(path, failure);
        }
    }

    private Dataset plain(String name, InputStream in) throws IOException {
        byte[] head = head(in);
        if (IdxReader.begins(head)) {
            return single(name, "IDX", IdxReader.read(payload(in)).examples(null));
        }
        if (NpyReader.begins(head)) {
            return single(name, "NPY", NpyReader.read(payload(in)).examples(null));
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
            return single(name, "CSV", CsvFile.read(in, path.toString()));
        }
        throw DiaboloException.user(
                "data.unknown-format",
                Problem.of("neither the first bytes nor the name tell the format of this file")
                        .at(path.toString())
                        .allowed(FORMATS)
                        .remedy("a text file of numbers must be called .csv, .tsv or .txt"));
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

    private boolean isGzip() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.read() == 0x1F && in.read() == 0x8B;
        }
    }

    private InputStream uncompressed() throws IOException {
        boolean gzip = isGzip();
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

    private Payload payload(InputStream in) throws IOException {
        return new Payload(path.toString(), in, isGzip() ? -1 : Files.size(path), true);
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
