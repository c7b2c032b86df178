package dev.diabolo.data;

import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * NumPy archives: {@code x_train, y_train, x_test, y_test} as Keras names them, {@code X} and {@code y} as ADBench
 * does, or a single array under any name. Other arrays are not looked at.
 */
final class NpzReader implements AutoCloseable {
    private final Path path;
    private final ZipFile zip;
    private final Map<String, ZipEntry> arrays = new TreeMap<>();

    private NpzReader(Path path) throws IOException {
        this.path = path;
        this.zip = new ZipFile(path.toFile());
        zip.stream()
                .filter(entry -> entry.getName().endsWith(".npy"))
                .forEach(entry ->
                        arrays.put(entry.getName().substring(0, entry.getName().length() - ".npy".length()), entry));
    }

    static Dataset read(String name, Path path) throws IOException {
        try (NpzReader reader = new NpzReader(path)) {
            return reader.dataset(name);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private Dataset dataset(String name) throws IOException {
        String origin = "NumPy archive " + path;
        if (arrays.containsKey("x_train")) {
            Optional<Examples> test =
                    arrays.containsKey("x_test") ? Optional.of(examples("x_test", "y_test")) : Optional.empty();
            return new Dataset(name, origin, examples("x_train", "y_train"), test);
        }
        if (arrays.containsKey("X")) {
            return new Dataset(name, origin, examples("X", "y"), Optional.empty());
        }
        if (arrays.size() == 1) {
            return new Dataset(
                    name, origin, array(arrays.keySet().iterator().next()).examples(null), Optional.empty());
        }
        throw DiaboloException.user(
                "data.unknown-arrays",
                Problem.of("the archive holds the arrays " + arrays.keySet())
                        .at(path.toString())
                        .allowed("x_train, y_train, x_test, y_test; X, y; or one array under any name"));
    }

    private Examples examples(String values, String labels) throws IOException {
        @Nullable NumericArray labelArray = arrays.containsKey(labels) ? array(labels) : null;
        return array(values).examples(labelArray);
    }

    private NumericArray array(String name) throws IOException {
        ZipEntry entry = arrays.get(name);
        String where = path + "[" + name + "]";
        try (CheckedInputStream in =
                new CheckedInputStream(new BufferedInputStream(zip.getInputStream(entry)), new CRC32())) {
            NumericArray array = NpyReader.read(new Payload(where, in, entry.getSize(), false));
            if (in.getChecksum().getValue() != entry.getCrc()) {
                throw new ZipException("the checksum of array " + name + " is wrong");
            }
            return array;
        }
    }
}
