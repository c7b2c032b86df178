package dev.diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is seen of an evaluation that takes long. */
class EvaluationProgressTest {
    private static final String BAR = "likelihood ";

    @TempDir
    static Path folder;

    private static Path model;

    @BeforeAll
    static void train() {
        Path out = folder.resolve("run");
        Outcome.of("train", "vae", "--data", "random:60x6", "--epochs", 1, "--set", "latent=2", "--out", out, "--quiet")
                .succeeded();
        model = out.resolve("model.dbl");
    }

    private static Object[] evaluate(Object... more) {
        return Stream.concat(
                        Stream.of("evaluate", model, "--data", "random:60x6", "--nll-samples", 2000, "--seed", 3),
                        Stream.of(more))
                .toArray();
    }

    @Test
    void aBarIsForPeopleWhoWatch() {
        Outcome outcome = Outcome.of(evaluate()).succeeded();
        assertThat(outcome.out()).contains("nll  ");
        assertThat(outcome.error()).doesNotContain(BAR);

        assertThat(screen(evaluate())).contains(BAR, "/60").contains("nll  ");
        assertThat(screen(evaluate("--quiet"))).doesNotContain(BAR).contains("nll  ");
    }

    private static String screen(Object... arguments) {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/script")) && Files.exists(Path.of("/proc/self/fd")),
                "skipped: no pseudo-terminal without 'script'");
        DiaboloProcess process = new DiaboloProcess(folder).environment("TERM", "xterm");
        String command = process.command(arguments).stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "));
        return process.start(List.of("script", "-qec", "unset CI; exec " + command, "/dev/null"))
                .end()
                .succeeded()
                .out();
    }
}
