package dev.diabolo.data;

import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.option.NoOptions;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of numbers that say themselves what they hold. */
final class NumbersReader implements DataReader<NoOptions> {
    private final Storage storage;

    NumbersReader(Storage storage) {
        this.storage = storage;
    }

    @Override
    public String name() {
        return "numbers";
    }

    @Override
    public String summary() {
        return "a CSV, NPY, NPZ or IDX file, or a directory with MNIST's four files";
    }

    @Override
    public Class<NoOptions> optionsType() {
        return NoOptions.class;
    }

    /** A directory by the names of its files; whatever no other reader recognises comes here anyway. */
    @Override
    public Recognition recognise(Path path) {
        return Recognition.CERTAIN.when(
                IdxDirectory.find(path, IdxDirectory.TRAIN_IMAGES).isPresent());
    }

    @Override
    public Content<NoOptions> read(Path path, NoOptions options, ExampleStore store) {
        Dataset data = Files.isDirectory(path)
                ? new IdxDirectory(path, storage).dataset(path.toString())
                : new DataFile(path, storage).dataset(path.toString());
        return new Content<>(data.origin(), data.train(), data.test(), options, data.columns());
    }
}
