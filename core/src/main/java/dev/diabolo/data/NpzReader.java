package dev.diabolo.data;

import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * NumPy archives: {@code x_train, y_train, x_test, y_test} as Keras names them, {@code X} and {@code y} as ADBench
 * does, or a single array under any name. Other arrays are not looked at.
 */
final class NpzReader implements AutoCloseable {
    private final Path path;
    private final Storage storage;
    private final ZipFile zip;
    private final Map<String, ZipEntry> arrays = new TreeMap<>();

    private NpzReader(Path path, Storage storage) throws IOException {
        this.path = path;
        this.storage = storage;
        this.zip = new ZipFile(path.toFile());
        zip.stream()
                .filter(entry -> entry.getName().endsWith(".npy"))
                .forEach(entry ->
                        arrays.put(entry.getName().substring(0, entry.getName().length() - ".npy".length()), entry));
    }

    static Dataset read(String name, Path path, Storage storage) throws IOException {
        try (NpzReader reader = new NpzReader(path, storage)) {
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
        try (InputStream in = new CheckedEntry(new BufferedInputStream(zip.getInputStream(entry)), entry)) {
            ArrayHeader header = NpyHeader.read(in, where);
            return storage.ofStream(path, name, new Payload(where, in, entry.getSize(), false), header);
        }
    }
}
