package dev.diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ctrl-C and its like, sent to the real process. */
class SignalTest {
    @TempDir
    Path folder;

    @BeforeEach
    void signalsAreThere() {
        assumeTrue(run("kill", "-l") && run("env", "--default-signal=INT", "true"), "skipped: no signals to send here");
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    /** A shell in the background makes its children deaf to Ctrl-C; this gives them their hearing back. */
    private DiaboloProcess process() {
        return new DiaboloProcess(folder).startedBy("env", "--default-signal=INT");
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
    void aSignalStopsTheRunAndTheBestModelIsSaved(String signal, int code) throws IOException {
        Outcome outcome = process()
                .startedBy("--default-signal=HUP")
                .start("train", "ae", "--data", "random:2000x6", "--epochs", 1_000_000, "--out", "m", "--json")
                .untilError("epoch 2/")
                .signal(signal)
                .end();

        assertThat(outcome.code()).as(outcome.error()).isEqualTo(code);
        assertThat(outcome.error()).contains("stopping", "stopped; the best model so far, of epoch");
        assertThat(new ObjectMapper().readTree(outcome.out()).path("stopped").asBoolean())
                .isTrue();
        assertThat(files()).containsExactly("checkpoint.dbl", "model.dbl");
        assertThat(outcome.error()).contains("go on with: diabolo train --resume m");
        Outcome.of("evaluate", folder.resolve("m/model.dbl"), "--data", "random:20x6", "--json")
                .json();
    }

    @Test
    void aSecondSignalEndsAtOnceAndLeavesNoHalfFile() throws IOException {
        Outcome outcome = process()
                .start(
                        "train",
                        "ae",
                        "--data",
                        "random:20000x100",
                        "--batch",
                        20000,
                        "--set",
                        "encoder.hidden=1000,1000",
                        "--out",
                        "m")
                .untilError("parameters")
                .signal("INT")
                .untilError("stopping")
                .signal("INT")
                .end();

        assertThat(outcome.code()).as(outcome.error()).isEqualTo(130);
        assertThat(outcome.out()).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void ctrlCAtATerminalInTheFirstEpochSavesTheModelAsItIs() throws IOException {
        assumeTrue(run("script", "-qec", "true", "/dev/null"), "skipped: no pseudo-terminal without 'script'");
        DiaboloProcess process = new DiaboloProcess(folder).environment("TERM", "xterm");
        String command =
                process
                        .command("train", "ae", "--data", "random:60000x6", "--batch", 1, "--epochs", 9, "--out", "m")
                        .stream()
                        .map(word -> "'" + word + "'")
                        .collect(Collectors.joining(" "));
        Outcome outcome = process.start(List.of("script", "-qec", "unset CI; exec " + command, "/dev/null"))
                .untilOutput("/57000")
                .type(3)
                .end();

        String screen = outcome.out();
        assertThat(outcome.code()).as(screen).isEqualTo(130);
        assertThat(screen).contains("epoch 1/9", "stopped in the first epoch; the model is saved as it is now");
        assertThat(shown(screen)).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(shown(screen)).noneSatisfy(line -> assertThat(line).contains("%"));
        assertThat(files()).containsExactly("checkpoint.dbl", "model.dbl");
    }

    /** What stays on a terminal's lines: what follows the last return to the beginning and erasure of each. */
    private static List<String> shown(String screen) {
        return Arrays.stream(screen.replace("\r\n", "\n").split("\n"))
                .map(line -> line.substring(line.lastIndexOf('\r') + 1))
                .map(line -> line.replaceAll("\u001b\\[[0-9;]*[A-Za-z]", ""))
                .toList();
    }

    private List<String> files() throws IOException {
        Path out = folder.resolve("m");
        if (!Files.exists(out)) {
            return List.of();
        }
        try (var paths = Files.list(out)) {
            return paths.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
