package dev.diabolo.data;

import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A directory with the four files of MNIST, compressed or not. Only the training images must be there. */
final class IdxDirectory {
    static final String TRAIN_IMAGES = "train-images-idx3-ubyte";
    static final String TRAIN_LABELS = "train-labels-idx1-ubyte";
    static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
    static final String TEST_LABELS = "t10k-labels-idx1-ubyte";

    private final Path directory;
    private final Storage storage;

    IdxDirectory(Path directory, Storage storage) {
        this.directory = directory;
        this.storage = storage;
    }

    Dataset dataset(String name) {
        Examples train = examples(TRAIN_IMAGES, TRAIN_LABELS)
                .orElseThrow(() -> DiaboloException.user(
                        "data.no-known-files",
                        Problem.of(
                                        isEmpty()
                                                ? "this directory is empty"
                                                : "this directory holds no " + TRAIN_IMAGES + " (or .gz)")
                                .at(directory.toString())
                                .allowed("pictures, sounds or texts, or " + TRAIN_IMAGES + ", " + TRAIN_LABELS + ", "
                                        + TEST_IMAGES + ", " + TEST_LABELS + ", each with or without .gz")
                                .remedy("name the file itself where it has another format")));
        return new Dataset(name, "IDX files in " + directory, train, examples(TEST_IMAGES, TEST_LABELS));
    }

    private boolean isEmpty() {
        String[] names = directory.toFile().list();
        return names != null && names.length == 0;
    }

    /** The file of this name, uncompressed rather than compressed where both are there. */
    static Optional<Path> find(Path directory, String name) {
        Path plain = directory.resolve(name);
        Path compressed = directory.resolve(name + ".gz");
        return Files.exists(plain)
                ? Optional.of(plain)
                : Files.exists(compressed) ? Optional.of(compressed) : Optional.empty();
    }

    private Optional<Examples> examples(String imagesName, String labelsName) {
        Optional<NumericArray> labels = find(directory, labelsName).map(path -> new DataFile(path, storage).idx());
        return find(directory, imagesName)
                .map(path -> new DataFile(path, storage).idx().examples(labels.orElse(null)));
    }
}
