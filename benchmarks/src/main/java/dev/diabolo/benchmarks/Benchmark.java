package dev.diabolo.benchmarks;

import dev.diabolo.benchmarks.ChildProcess.Failed;
import dev.diabolo.benchmarks.diabolo.BlasShare;
import dev.diabolo.benchmarks.diabolo.MatrixPeak;
import dev.diabolo.benchmarks.measure.Measurement;
import dev.diabolo.benchmarks.measure.MeasuringProcess;
import dev.diabolo.benchmarks.measure.Workload;
import dev.diabolo.benchmarks.report.Machine;
import dev.diabolo.benchmarks.report.Results;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.error.Problem;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** Runs all trials, one after the other. */
final class Benchmark {
    private static final String NOT_AVAILABLE = "not available";

    private final Settings settings;
    private final Consumer<String> progress;

    Benchmark(Settings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
    }

    Results run() {
        List<String> contenders =
                settings.contenders().stream().map(Contender::id).toList();
        Results results = new Results(settings.workloads(), contenders, machine());
        List<Trial> trials =
                Trial.plan(settings.workloads(), settings.contenders(), settings.workers(), settings.rounds());
        for (int i = 0; i < trials.size(); i++) {
            Trial trial = trials.get(i);
            if (!failed(results, trial)) {
                progress.accept(
                        "[" + (i + 1) + "/" + trials.size() + "] " + trial.describe() + outcome(results, trial));
            }
        }
        return results;
    }

    /** Whether it would fail again, as it did before. */
    private static boolean failed(Results results, Trial trial) {
        return results.failures(trial.workload(), trial.contender().id()).containsKey(trial.workers());
    }

    /** Runs a trial, and tells how it went. */
    private String outcome(Results results, Trial trial) {
        String id = trial.contender().id();
        try {
            Measurement measured = measure(trial);
            if (!measured.supported()) {
                results.failed(trial.workload(), id, trial.workers(), NOT_AVAILABLE);
                return ": " + NOT_AVAILABLE;
            }
            results.add(trial.workload(), id, trial.workers(), measured);
            return String.format(java.util.Locale.ROOT, ": %.3f ms a step", measured.msPerStep());
        } catch (Failed failure) {
            if (trial.contender() == Contender.DIABOLO) {
                throw new DiaboloException(
                        ErrorKind.INTERNAL,
                        "benchmark.failed",
                        Problem.of("the process failed: " + failure.getMessage())
                                .at(trial.describe()));
            }
            results.failed(trial.workload(), id, trial.workers(), failure.getMessage());
            return " failed: " + failure.getMessage();
        }
    }

    private Measurement measure(Trial trial) throws Failed {
        List<String> arguments = List.of(
                trial.contender().engine(),
                trial.workload().id(),
                Integer.toString(trial.workers()),
                Double.toString(settings.warmUpSeconds()),
                Double.toString(settings.seconds()));
        String classPath = settings.classPaths().of(trial.contender());
        return new ChildProcess(classPath, trial.workers(), MeasuringProcess.class, arguments)
                .run(Measurement.class, settings.patience());
    }

    private Machine machine() {
        progress.accept("measuring the machine");
        OptionalDouble peak = number(MatrixPeak.class);
        boolean dense = settings.workloads().contains(Workload.W1);
        OptionalDouble share = dense ? number(BlasShare.class) : OptionalDouble.empty();
        return new Machine(Cores.physical(), peak, share);
    }

    /** What a process of ours measures on one thread; empty, with a line that says why, where it fails. */
    private OptionalDouble number(Class<?> main) {
        List<String> arguments =
                List.of(Double.toString(settings.warmUpSeconds()), Double.toString(settings.seconds()));
        try {
            return OptionalDouble.of(new ChildProcess(ClassPaths.ofThisProcess(), 1, main, arguments)
                    .run(Double.class, settings.patience()));
        } catch (Failed failure) {
            progress.accept(main.getSimpleName() + " failed: " + failure.getMessage());
            return OptionalDouble.empty();
        }
    }
}
