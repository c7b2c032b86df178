package dev.diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only tells of what there is must answer at once, and so load no native code. */
class NativeFreeTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version", "plugins list", "recipes list", "data list"})
    void nothingNativeIsLoaded(String command) {
        Outcome outcome = new DiaboloProcess(folder)
                .javaOptions("-Xlog:class+load:file=classes.log", "-Xlog:library=off")
                .run((Object[]) command.split(" "))
                .succeeded();

        assertThat(outcome.out()).isNotBlank();
        assertThat(folder.resolve("classes.log"))
                .content()
                .contains("dev.diabolo.cli.Main")
                .doesNotContain("org.bytedeco.javacpp.Loader ")
                .doesNotContain("org.nd4j.nativeblas")
                .doesNotContain("org.nd4j.linalg.factory.Nd4j ")
                .doesNotContain(" org.jline");
    }
}
