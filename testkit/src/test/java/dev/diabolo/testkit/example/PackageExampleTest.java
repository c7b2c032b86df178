package dev.diabolo.testkit.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the package's documentation shows is what is compiled and tested here. */
class PackageExampleTest {
    private static final Path SOURCES = Path.of("src");

    @ParameterizedTest
    @ValueSource(strings = {"LinearEncoderOptions", "LinearEncoderProvider", "LinearEncoderContractTest"})
    void theDocumentedExampleIsTheTestedOne(String name) throws IOException {
        String source = Files.readString(SOURCES.resolve("test/java/dev/diabolo/testkit/example/" + name + ".java"));
        String shown = source.lines()
                .dropWhile(line -> !line.startsWith("public") && !line.startsWith("class"))
                .map(line -> (" * " + line).stripTrailing())
                .reduce("", (text, line) -> text + line + "\n");

        assertThat(Files.readString(SOURCES.resolve("main/java/dev/diabolo/testkit/package-info.java")))
                .contains(shown);
    }
}
