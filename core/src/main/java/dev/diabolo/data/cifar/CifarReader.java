package dev.diabolo.data.cifar;

import dev.diabolo.data.DataErrors;
import dev.diabolo.data.DataReader;
import dev.diabolo.data.ExampleSpool;
import dev.diabolo.data.ExampleStore;
import dev.diabolo.data.Recognition;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.option.NoOptions;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * CIFAR-10: records of one label byte and 3072 bytes of red, green and blue planes of 32 x 32 pixels.
 *
 * <p><b>Shapes</b>: {@code [3, 32, 32]}, labelled 0 to 9. <b>Units</b>: whole numbers from 0 to 255.
 */
public final class CifarReader implements DataReader<NoOptions> {
    private static final TensorSpec SPEC = TensorSpec.of(3, 32, 32);
    private static final int RECORD = 1 + SPEC.size();
    private static final int CLASSES = 10;
    private static final Pattern TRAIN = Pattern.compile("data_batch_[0-9]+\\.bin");
    private static final String TEST = "test_batch.bin";

    @Inject
    public CifarReader() {}

    @Override
    public String name() {
        return "cifar";
    }

    @Override
    public String summary() {
        return "CIFAR-10's binary files: data_batch_1.bin and so on with test_batch.bin in a directory, or one of them";
    }

    @Override
    public Class<NoOptions> optionsType() {
        return NoOptions.class;
    }

    @Override
    public Recognition recognise(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            String name = path.getFileName() == null ? "" : path.getFileName().toString();
            return Recognition.CERTAIN.when(TRAIN.matcher(name).matches() || name.equals(TEST));
        }
        return Recognition.CERTAIN.when(!batches(path).isEmpty());
    }

    @Override
    public Content<NoOptions> read(Path path, NoOptions options, ExampleStore store) throws IOException {
        if (!Files.isDirectory(path)) {
            return new Content<>(
                    "CIFAR-10 file " + path, examples("train", List.of(path), store), Optional.empty(), options);
        }
        List<Path> train = batches(path);
        if (train.isEmpty()) {
            throw DiaboloException.user(
                    "data.no-known-files",
                    Problem.of("this directory holds no training batch of CIFAR-10")
                            .at(path.toString())
                            .allowed("data_batch_1.bin and so on, and " + TEST));
        }
        Path test = path.resolve(TEST);
        return new Content<>(
                "CIFAR-10 files in " + path,
                examples("train", train, store),
                Files.exists(test) ? Optional.of(examples("test", List.of(test), store)) : Optional.empty(),
                options);
    }

    private static List<Path> batches(Path directory) throws IOException {
        List<Path> batches = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                if (TRAIN.matcher(file.getFileName().toString()).matches()) {
                    batches.add(file);
                }
            }
        }
        Collections.sort(batches);
        return batches;
    }

    private static Examples examples(String part, List<Path> files, ExampleStore store) throws IOException {
        return store.collect(part, files, true, spool -> {
            for (Path file : files) {
                read(file, spool);
            }
        });
    }

    private static void read(Path file, ExampleSpool spool) throws IOException {
        long size = Files.size(file);
        if (size == 0) {
            throw DataErrors.empty(file.toString());
        }
        byte[] bytes = new byte[RECORD];
        float[] values = new float[SPEC.size()];
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (long number = 0; ; number++) {
                int read = in.readNBytes(bytes, 0, RECORD);
                if (read == 0) {
                    return;
                }
                long position = number * RECORD;
                if (read < RECORD) {
                    throw cutShort(file, number, position, read);
                }
                requireLabel(file, number, position, bytes[0] & 0xFF);
                for (int i = 0; i < values.length; i++) {
                    values[i] = bytes[1 + i] & 0xFF;
                }
                spool.add(SPEC, values, bytes[0]);
            }
        }
    }

    private static DiaboloException cutShort(Path file, long number, long position, int read) {
        return DiaboloException.user(
                "data.truncated",
                Problem.of("record " + (number + 1) + " has " + read + " bytes of " + RECORD)
                        .at(file + ", byte " + position)
                        .remedy("copy or download the file again; CIFAR-100, with records of " + (RECORD + 1)
                                + " bytes, is not read"));
    }

    private static void requireLabel(Path file, long number, long position, int label) {
        if (label >= CLASSES) {
            throw DiaboloException.user(
                    "data.wrong-label",
                    Problem.of("record " + (number + 1) + " has label " + label)
                            .at(file + ", byte " + position)
                            .allowed("labels from 0 to " + (CLASSES - 1))
                            .remedy("check that this is a binary file of CIFAR-10 and not of CIFAR-100"));
        }
    }
}
