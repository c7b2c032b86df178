package dev.diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of failure has its exit code and is told in words. */
class FailureTest {
    private static final String ENCODERS = "META-INF/services/dev.diabolo.spi.EncoderProvider";

    @TempDir
    Path folder;

    @Test
    void divergenceInTheFirstEpochSavesNothing() {
        Path out = folder.resolve("out");
        Outcome outcome = Outcome.of(TinyModel.arguments(
                        out,
                        "--set",
                        "learning-rate=1e30",
                        "--set",
                        "trainer.optimiser.name=sgd",
                        "--set",
                        "likelihood.activation=linear"))
                .failed(4);

        assertThat(outcome.error()).contains("diverged", "there is no model to save", "lower the learning rate");
        assertThat(out).doesNotExist();
    }

    @Test
    void divergenceLeavesAnOlderModelAlone() throws IOException {
        Path model = TinyModel.in(folder.resolve("m"));
        byte[] before = Files.readAllBytes(model);

        Outcome.of(TinyModel.arguments(
                        folder.resolve("m"),
                        "--set",
                        "learning-rate=1e30",
                        "--set",
                        "trainer.optimiser.name=sgd",
                        "--set",
                        "likelihood.activation=linear"))
                .failed(4);

        assertThat(model).hasBinaryContent(before);
    }

    @Test
    void javasMemoryRunsOut() {
        Outcome outcome = new DiaboloProcess(folder)
                .javaOptions("-Xmx48m")
                .run(TinyModel.arguments(
                        Path.of("out"), "--set", "posterior.size=2000", "--set", "decoder.hidden=9000"));

        assertThat(outcome.failed(5).error()).contains("not enough memory", "DIABOLO_JAVA_OPTS");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void nativeMemoryRunsOut() {
        Outcome outcome = new DiaboloProcess(folder)
                .javaOptions("-Xmx512m", "-Dorg.bytedeco.javacpp.maxphysicalbytes=150m")
                .run("train", "ae", "--data", TinyModel.DATA, "--set", "encoder.hidden=4000,2000");

        assertThat(outcome.failed(5).error()).contains("not enough memory", "DIABOLO_JAVA_OPTS");
    }

    @Test
    void nativesOfAnotherPlatformAreExplained() {
        Outcome outcome = new DiaboloProcess(folder)
                .javaOptions("-Dorg.bytedeco.javacpp.platform=linux-nothing")
                .run(TinyModel.arguments(Path.of("out")));

        assertThat(outcome.failed(5).error()).contains("native library cannot be loaded", "cachedir");
    }

    @Test
    void aBrokenPluginThatIsAskedForIsToldOf() throws IOException {
        DiaboloProcess process = new DiaboloProcess(folder).plugins(brokenPlugin());

        Outcome outcome = process.run(TinyModel.arguments(Path.of("out"), "--set", "encoder.type=acme.conv"));

        assertThat(outcome.failed(3).error()).contains("acme.conv", "acme.Missing", "rebuild the plugin");
        assertThat(outcome.error()).doesNotContain("encoder.activation");
    }

    @Test
    void aBrokenPluginDoesNotTakeTheOthersDown() throws IOException {
        DiaboloProcess process = new DiaboloProcess(folder).plugins(brokenPlugin());

        Outcome outcome = process.run("plugins", "list", "--json");

        assertThat(outcome.json().path("plugins")).isNotEmpty();
        assertThat(outcome.error()).contains("warning: ", "acme.Missing");
    }

    private Path brokenPlugin() throws IOException {
        Path plugin = folder.resolve("broken");
        Files.createDirectories(plugin.resolve(ENCODERS).getParent());
        Files.writeString(plugin.resolve(ENCODERS), "acme.Missing\n");
        return plugin;
    }

    @Test
    void anUnknownFaultSaysWhereItsStackTraceIs() throws IOException {
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        Console console =
                new Console(System.out, StandardCharsets.UTF_8, new PrintStream(error, true, StandardCharsets.UTF_8));

        int code = Failures.report(new IllegalStateException("boom"), console);

        String text = error.toString(StandardCharsets.UTF_8);
        assertThat(code).isEqualTo(70);
        assertThat(text).contains("a fault of Diabolo's own", "boom").doesNotContain("\tat ");
        Path trace = Path.of(text.substring(text.indexOf("stack trace in ") + "stack trace in ".length())
                .strip());
        assertThat(trace).content().contains("IllegalStateException: boom", "\tat ");
        Files.delete(trace);
    }

    @Test
    void outputThatCannotBeWrittenIsAFailure() {
        assumeTrue(Files.exists(Path.of("/dev/full")), "skipped: this machine has no /dev/full");
        DiaboloProcess process = new DiaboloProcess(folder);
        List<String> command = new ArrayList<>(List.of("sh", "-c", "exec \"$@\" > /dev/full", "sh"));
        command.addAll(process.command("plugins", "list"));

        Outcome outcome = process.start(command).end();

        assertThat(outcome.failed(5).error()).contains("standard output cannot be written to");
    }

    @Test
    void aReaderThatGoesIsNoError() {
        assumeTrue(Files.exists(Path.of("/bin/sh")), "skipped: this machine has no shell");
        DiaboloProcess process = new DiaboloProcess(folder);
        List<String> command = new ArrayList<>(List.of("sh", "-c", "{ \"$@\"; echo code $? >&2; } | true", "sh"));
        command.addAll(process.command("plugins", "list"));

        Outcome outcome = process.start(command).end();

        assertThat(outcome.error().strip()).isEqualTo("code 141");
    }
}
