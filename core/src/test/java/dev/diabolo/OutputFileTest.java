package dev.diabolo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
    @TempDir
    Path folder;

    @Test
    void theContentReplacesWhatWasThere() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "before");

        OutputFile.write(file, out -> out.write("after".getBytes(StandardCharsets.UTF_8)));

        assertThat(file).hasContent("after");
        assertThat(folder.toFile().list()).containsExactly("file");
    }

    @Test
    void contentThatFailsLeavesWhatWasThere() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "before");

        assertThatThrownBy(() -> OutputFile.write(file, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("no more");
                }))
                .isInstanceOfSatisfying(
                        DiaboloException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.RESOURCE))
                .hasMessageContaining("no more")
                .hasMessageContaining(file.toString());
        assertThat(file).hasContent("before");
        assertThat(folder.toFile().list()).containsExactly("file");
    }

    @Test
    void aProcessThatEndsInBetweenLeavesNothing() throws IOException, InterruptedException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        EndsInBetween.class.getName(),
                        folder.resolve("file").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isEqualTo(17);
        assertThat(said).contains(".part");
        assertThat(folder).isEmptyDirectory();
    }

    /** Ends while it writes, and says what is in the directory by then. */
    static final class EndsInBetween {
        private EndsInBetween() {}

        public static void main(String[] arguments) {
            Path file = Path.of(arguments[0]);
            OutputFile.write(file, out -> {
                out.write(new byte[100_000]);
                try (var files = Files.list(file.getParent())) {
                    files.forEach(System.out::println);
                }
                System.exit(17);
            });
        }
    }
}
