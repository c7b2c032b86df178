package dev.diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The configuration files in {@code examples}. */
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final Pattern TRAINING =
            Pattern.compile("diabolo train (\\S+) .*--config examples/(\\S+) .*--out (\\S+)");

    @TempDir
    Path folder;

    /** On few data, for one epoch. */
    @ParameterizedTest
    @CsvSource({
        "colourise, shapes:12+4",
        "complete, shapes:12+4",
        "super-resolution, shapes:12+4",
        "compress, random:40x6",
        "similar, random:40x6",
        "mnist-adversarial, digits:60+20",
        "mnist-semi, digits:300+20",
        "mnist-cluster, digits:60+20",
        "ring, ring:40",
        "grid, grid:40",
        "ring-wasserstein, ring:40"
    })
    void theExampleOfAnApplicationRunsAsItIs(String name, String data) throws IOException {
        Path example = EXAMPLES.resolve(name + ".yaml");
        Matcher training = TRAINING.matcher(Files.readString(example));
        assertThat(training.find()).isTrue();

        Outcome.of(
                        "train",
                        training.group(1),
                        "--config",
                        example,
                        "--data",
                        data,
                        "--epochs",
                        1,
                        "--out",
                        folder.resolve("run"))
                .succeeded();
    }

    @Test
    void noExampleTrainsIntoTheDirectoryOfAnother() throws IOException {
        Set<String> directories = new HashSet<>();
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            List<Path> examples =
                    files.filter(file -> file.toString().endsWith(".yaml")).toList();
            assertThat(examples).hasSizeGreaterThan(15);
            for (Path example : examples) {
                Matcher training = TRAINING.matcher(text(example));
                assertThat(training.find()).as("a command in %s", example).isTrue();
                assertThat(training.group(2)).isEqualTo(example.getFileName().toString());
                assertThat(directories.add(training.group(3)))
                        .as("a directory of its own for %s", example)
                        .isTrue();
            }
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
