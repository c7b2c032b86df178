package dev.diabolo.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.diabolo.OutputFile;
import dev.diabolo.benchmarks.measure.Workload;
import dev.diabolo.benchmarks.report.JsonReport;
import dev.diabolo.benchmarks.report.Results;
import dev.diabolo.benchmarks.report.TextReport;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code diabolo benchmark}. */
@Command(
        name = "benchmark",
        mixinStandardHelpOptions = true,
        description =
                "Measures training and inference against other frameworks on this machine: each workload with each engine in turn, every time in a new process. Prints medians over the rounds, and ratios.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done; a peer that failed has a dash, and a line that says why",
            "2:bad input",
            "5:the machine refused: disk, memory",
            "70:a fault of Diabolo's own"
        })
final class BenchmarkCommand implements Callable<Integer> {
    /** More threads than two, and the workloads are too small to gain. */
    private static final int MOST_WORKERS = 2;

    private final PrintStream out;
    private final PrintStream error;

    @Option(
            names = "--workloads",
            split = ",",
            paramLabel = "ID",
            description = "Which: W1, W1b32, W2, W3, W4, W5, W6; all by default.")
    private List<String> workloads = new ArrayList<>();

    @Option(
            names = "--workers",
            split = ",",
            paramLabel = "N",
            description = "Threads to try; the fastest counts. 1 and 2 by default, or 1 on a machine with one core.")
    private List<Integer> workers = new ArrayList<>();

    @Option(names = "--rounds", description = "How often each is measured: ${DEFAULT-VALUE} times by default.")
    private int rounds = 3;

    @Option(
            names = "--peers",
            split = ",",
            paramLabel = "NAME",
            description =
                    "Which to compare with: dl4j, tensorflow, djl, or none; by default those that are built, which without -Ppeers is dl4j.")
    private List<String> peers = new ArrayList<>();

    @Option(
            names = "--seconds",
            description = "How long each is measured, after half as long of warm-up: ${DEFAULT-VALUE} by default.")
    private double seconds = 4;

    @Option(names = "--json", description = "Print one JSON object on standard output, and nothing else there.")
    private boolean json;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the JSON object to a file, too.")
    private @Nullable Path file;

    BenchmarkCommand(PrintStream out, PrintStream error) {
        this.out = out;
        this.error = error;
    }

    @Override
    public Integer call() {
        Settings settings = settings(ClassPaths.ofCheckout());
        Results results = new Benchmark(settings, line -> error.println(line)).run();
        String text = json(results);
        if (json) {
            out.println(text);
        } else {
            TextReport.of(results).forEach(out::println);
        }
        if (file != null) {
            OutputFile.write(file, target -> target.write(text.getBytes(StandardCharsets.UTF_8)));
        }
        return 0;
    }

    private static String json(Results results) {
        try {
            return new ObjectMapper().writeValueAsString(JsonReport.of(results));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the options say, checked. */
    Settings settings(ClassPaths classPaths) {
        requirePositive("--rounds", rounds);
        requirePositive("--seconds", seconds);
        workers.forEach(count -> requirePositive("--workers", count));
        return new Settings(chosenWorkloads(), contenders(classPaths), chosenWorkers(), rounds, seconds, classPaths);
    }

    private static void requirePositive(String option, double value) {
        if (!(value > 0 && value < 1e6)) {
            throw DiaboloException.user(
                    "benchmark.out-of-range",
                    Problem.of("'" + value + "' is not possible")
                            .at(option)
                            .allowed("more than 0, less than a million"));
        }
    }

    private List<Workload> chosenWorkloads() {
        return workloads.isEmpty()
                ? List.of(Workload.values())
                : workloads.stream().map(Workload::of).distinct().toList();
    }

    private List<Contender> contenders(ClassPaths classPaths) {
        LinkedHashSet<Contender> chosen = new LinkedHashSet<>();
        chosen.add(Contender.DIABOLO);
        if (peers.isEmpty()) {
            Arrays.stream(Contender.values()).filter(classPaths::isBuilt).forEach(chosen::add);
        } else if (!peers.equals(List.of("none"))) {
            peers.stream().map(Contender::peer).forEach(chosen::add);
        }
        // Told now and not after an hour.
        chosen.forEach(classPaths::of);
        return List.copyOf(chosen);
    }

    private List<Integer> chosenWorkers() {
        return workers.isEmpty()
                ? IntStream.rangeClosed(1, Math.min(MOST_WORKERS, Cores.physical()))
                        .boxed()
                        .toList()
                : workers.stream().distinct().toList();
    }
}
