package dev.diabolo.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.diabolo.benchmarks.measure.Workload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BenchmarkCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private int run(String... arguments) {
        return Main.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(error, true, StandardCharsets.UTF_8),
                arguments);
    }

    private Settings settings(String... arguments) {
        BenchmarkCommand command = new BenchmarkCommand(System.out, System.err);
        new CommandLine(command).parseArgs(arguments);
        return command.settings(new ClassPaths(folder));
    }

    @Test
    void byDefaultEverythingThatIsBuiltIsMeasured() {
        Settings settings = settings();

        assertThat(settings.workloads()).containsExactly(Workload.values());
        assertThat(settings.contenders()).containsExactly(Contender.DIABOLO, Contender.DL4J);
        assertThat(settings.workers()).startsWith(1).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void aPeerThatIsBuiltTakesPart() throws IOException {
        Path engine = folder.resolve("djl/target/classes/dev/diabolo/benchmarks/djl/DjlEngine.class");
        Files.createDirectories(engine.getParent());
        Files.writeString(engine, "");
        Files.writeString(folder.resolve("djl/target/dependencies.txt"), "a.jar\n");

        assertThat(settings().contenders()).containsExactly(Contender.DIABOLO, Contender.DL4J, Contender.DJL);
        assertThat(settings().classPaths().of(Contender.DJL)).endsWith("a.jar").startsWith(folder.toString());
    }

    @Test
    void optionsChoose() {
        Settings settings = settings(
                "--workloads", "w1b32,W6", "--workers", "1,3", "--rounds", "5", "--peers", "none", "--seconds", "0.5");

        assertThat(settings.workloads()).containsExactly(Workload.W1B32, Workload.W6);
        assertThat(settings.contenders()).containsExactly(Contender.DIABOLO);
        assertThat(settings.workers()).containsExactly(1, 3);
        assertThat(settings.rounds()).isEqualTo(5);
        assertThat(settings.seconds()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource({
        "--workloads, W9, allowed: W1",
        "--peers, keras, allowed: dl4j",
        "--peers, tensorflow, mvn -Ppeers",
        "--rounds, 0, more than 0",
        "--rounds, x, not an int",
        "--seconds, -1, more than 0",
        "--seconds, NaN, more than 0",
        "--workers, 0, more than 0",
        "--nonsense, 1, Unknown option"
    })
    void mistakesAreExplained(String option, String value, String message) {
        // Where nothing is built: the peers are, on some machines.
        System.setProperty("diabolo.benchmarks", folder.toString());
        try {
            assertThat(run("benchmark", option, value)).isEqualTo(2);
        } finally {
            System.clearProperty("diabolo.benchmarks");
        }
        assertThat(error.toString(StandardCharsets.UTF_8))
                .contains("error: ")
                .contains(option)
                .contains(message);
        assertThat(out.size()).isZero();
    }

    @Test
    void enginesTakeTurns() {
        List<Trial> trials =
                Trial.plan(List.of(Workload.W1), List.of(Contender.DIABOLO, Contender.DL4J), List.of(1, 2), 2);

        assertThat(trials.stream().map(Trial::describe))
                .startsWith("W1 diabolo, 1 worker, round 1", "W1 dl4j, 1 worker, round 1")
                .endsWith("W1 diabolo, 2 workers, round 2", "W1 dl4j, 2 workers, round 2")
                .hasSize(8);
    }

    @Test
    void secondThreadsOfACoreAreNoCores() {
        List<String> lines = List.of(
                "physical id\t: 0",
                "core id\t\t: 0",
                "physical id\t: 0",
                "core id\t\t: 0",
                "physical id\t: 0",
                "core id\t\t: 1",
                "physical id\t: 1",
                "core id\t\t: 0");

        assertThat(Cores.count(lines)).isEqualTo(3);
        assertThat(Cores.count(List.of("processor\t: 0"))).isZero();
    }

    /** With processes, engines and natives as they are; how fast they are is another matter. */
    @Test
    void theWholeCommandRuns() throws IOException {
        Path file = folder.resolve("result.json");
        int code = run(
                "benchmark",
                "--workloads",
                "W1",
                "--workers",
                "1",
                "--rounds",
                "1",
                "--peers",
                "dl4j",
                "--seconds",
                "0.01",
                "--json",
                "--out",
                file.toString());

        assertThat(code).as(error.toString(StandardCharsets.UTF_8)).isZero();
        JsonNode json = new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
        for (String engine : List.of("diabolo", "dl4j")) {
            JsonNode standing = json.at("/W1/" + engine);
            assertThat(standing.get("msPerStep").asDouble()).as(engine).isPositive();
            assertThat(standing.get("examplesPerSecond").asDouble()).isPositive();
            assertThat(standing.get("lastLoss").asDouble())
                    .isBetween(0.0, standing.get("firstLoss").asDouble());
        }
        assertThat(json.at("/machine/peakGflops").asDouble()).isPositive();
        assertThat(json.at("/machine/blasShareOfW1").asDouble()).isBetween(0.0, 1.0);
        assertThat(new ObjectMapper().readTree(file.toFile())).isEqualTo(json);
    }
}
