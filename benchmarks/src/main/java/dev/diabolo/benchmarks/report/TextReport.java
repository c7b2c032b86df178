package dev.diabolo.benchmarks.report;

import dev.diabolo.benchmarks.measure.Measurement;
import dev.diabolo.benchmarks.measure.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** Results for people: a table, and what to think of it. */
public final class TextReport {
    private static final String NONE = "-";

    /** Cores that others may keep busy before figures are doubtful. */
    private static final double IDLE = 0.1;

    private final Results results;
    private final List<String> lines = new ArrayList<>();

    private TextReport(Results results) {
        this.results = results;
    }

    /** The lines to print. */
    public static List<String> of(Results results) {
        TextReport report = new TextReport(results);
        report.steps();
        if (results.workloads().contains(Workload.W6)) {
            report.rows();
        }
        report.machine();
        report.failures();
        report.busy();
        return report.lines;
    }

    private void steps() {
        Columns table = new Columns("", "engine", "workers", "ms/step", "examples/s", "spread", "ratio", "memory MB");
        for (Workload workload : results.workloads()) {
            for (String engine : results.engines()) {
                String name = engine.equals(results.engines().get(0)) ? workload.id() : "";
                results.standing(workload, engine)
                        .ifPresentOrElse(
                                standing -> table.row(cells(name, engine, workload, standing)),
                                () -> table.row(name, engine, NONE, NONE, NONE, NONE, NONE, NONE));
            }
        }
        lines.addAll(table.lines());
        lines.add("");
        lines.add(
                "ms/step: medians over rounds, with the number of workers that is the fastest. spread: from the fastest round to");
        lines.add("the slowest. ratio: how many times the step of "
                + results.engines().get(0) + " the step takes.");
    }

    private String[] cells(String name, String engine, Workload workload, Standing standing) {
        double ratio = results.reference(workload)
                .map(reference -> reference.ratioOf(standing))
                .orElse(Double.NaN);
        return new String[] {
            name,
            engine,
            Integer.toString(standing.workers()),
            format("%.3f", standing.msPerStep()),
            format("%,.0f", standing.examplesPerSecond()),
            format("%.0f %%", 100 * standing.spread()),
            format("%.2f", ratio),
            optional("%.0f", standing.largest(Measurement::peakMemoryMb))
        };
    }

    private void rows() {
        lines.add("");
        Columns table = new Columns("W6, single rows", "median us", "99 % us");
        for (String engine : results.engines()) {
            results.standing(Workload.W6, engine)
                    .ifPresentOrElse(
                            standing -> table.row(
                                    engine,
                                    optional("%.1f", standing.median(Measurement::rowMedianUs)),
                                    optional("%.1f", standing.median(Measurement::rowP99Us))),
                            () -> table.row(engine, NONE, NONE));
        }
        lines.addAll(table.lines());
    }

    private void machine() {
        Machine machine = results.machine();
        lines.add("");
        lines.add("machine: " + machine.cores() + (machine.cores() == 1 ? " core" : " cores")
                + optional(", one reaches %.0f GFLOP/s in a matrix product of 2000 x 2000", machine.peakGflops()));
        PeakShare.of(results)
                .ifPresent(share -> lines.add(format(
                        "W1 does %.0f MFLOP a step: %.0f %% of what its workers' cores could",
                        Workload.W1.operations() / 1e6, 100 * share)));
        machine.blasShare()
                .ifPresent(share ->
                        lines.add(format("W1 spends %.0f %% of a step in BLAS, with one worker", 100 * share)));
    }

    private void failures() {
        for (Workload workload : results.workloads()) {
            for (String engine : results.engines()) {
                Map<Integer, String> failures = results.failures(workload, engine);
                if (Set.copyOf(failures.values()).size() == 1
                        && results.standing(workload, engine).isEmpty()) {
                    lines.add(workload.id() + " " + engine + ": "
                            + failures.values().iterator().next());
                } else {
                    failures.forEach((workers, why) ->
                            lines.add(workload.id() + " " + engine + ", workers " + workers + ": " + why));
                }
            }
        }
    }

    private void busy() {
        double most = 0;
        String where = "";
        for (Workload workload : results.workloads()) {
            for (String engine : results.engines()) {
                OptionalDouble others = results.standing(workload, engine)
                        .map(standing -> standing.largest(Measurement::othersCores))
                        .orElse(OptionalDouble.empty());
                if (others.orElse(0) > most) {
                    most = others.getAsDouble();
                    where = workload.id() + " " + engine;
                }
            }
        }
        if (most > IDLE) {
            lines.add(format("warning: the machine was not idle: others kept up to %.2f cores busy (%s)", most, where));
        }
    }

    private static String optional(String format, OptionalDouble value) {
        String none = format.startsWith("%") ? NONE : "";
        return value.isEmpty() ? none : format(format, value.getAsDouble());
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
