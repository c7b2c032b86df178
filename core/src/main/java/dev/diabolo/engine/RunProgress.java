package dev.diabolo.engine;

import dev.diabolo.spi.training.EpochReport;
import dev.diabolo.spi.training.EvaluationReport;
import dev.diabolo.spi.training.PhaseReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** How far a training run has come, and what it has found. For one thread. */
final class RunProgress {
    private static final String BEST = "best/";
    private static final String LATEST = "latest/";
    private static final String REPORT = "report/";

    /** The epoch that is under way, from 1. */
    int epoch = 1;
    /** Steps of that epoch that are done. */
    int step;
    /** Of the run. */
    long steps;
    /** Of any phase. */
    long updates;

    final Map<String, Double> latest = new HashMap<>();
    final List<EpochReport> reports = new ArrayList<>();
    final EarlyStopping.Watch watch;
    TermMeans means = new TermMeans();
    List<ParameterValues> best = List.of();
    int bestEpoch;
    double bestCriterion = Double.POSITIVE_INFINITY;

    RunProgress(EarlyStopping earlyStopping) {
        this.watch = new EarlyStopping.Watch(earlyStopping);
    }

    /** An epoch is over. */
    void nextEpoch() {
        epoch++;
        step = 0;
        means = new TermMeans();
    }

    void save(RunState state) {
        state.put("epoch", epoch);
        state.put("step", step);
        state.put("steps", steps);
        state.put("updates", updates);
        state.put("best-epoch", bestEpoch);
        state.put("best-criterion", bestCriterion);
        state.put(LATEST, latest);
        watch.save(state);
        means.save(state);
        state.put(BEST, best);
        reports.forEach(report -> save(state, REPORT + report.epoch() + "/", report));
    }

    /**
     * Goes on from a state.
     *
     * @param stageOf the name of the stage that an epoch belongs to
     */
    void restore(RunState state, IntFunction<Optional<String>> stageOf) {
        epoch = (int) state.whole("epoch");
        step = (int) state.whole("step");
        steps = state.whole("steps");
        updates = state.whole("updates");
        bestEpoch = (int) state.whole("best-epoch");
        bestCriterion = state.number("best-criterion");
        latest.putAll(state.numbers(LATEST));
        watch.restore(state);
        means.restore(state);
        best = state.arrays(BEST);
        for (int done = 1; done < epoch; done++) {
            reports.add(report(state, REPORT + done + "/", done, stageOf.apply(done)));
        }
    }

    /**
     * Refuses a state that no run can be in.
     *
     * @throws IllegalArgumentException where counters contradict each other or the run
     */
    void requirePossible(int epochs, int stepsPerEpoch) {
        boolean inRun = epoch >= 1 && epoch <= epochs && step >= 0 && step < stepsPerEpoch;
        boolean counted = steps >= step && updates >= 0 && reports.size() == epoch - 1;
        boolean best = bestEpoch >= 0 && bestEpoch < epoch && (bestEpoch == 0) == this.best.isEmpty();
        if (!inRun || !counted || !best) {
            throw new IllegalArgumentException(
                    "epoch " + epoch + ", step " + step + " and best epoch " + bestEpoch + " do not fit together");
        }
    }

    private static void save(RunState state, String at, EpochReport report) {
        state.put(at + "steps", report.steps());
        state.put(at + "samples-per-second", report.samplesPerSecond());
        state.put(at + "loss", report.loss());
        state.put(at + "criterion", report.criterion());
        state.put(at + "terms/", report.terms());
        report.phases().forEach((name, phase) -> {
            state.put(at + "phases/" + name + "/steps", phase.steps());
            state.put(at + "phases/" + name + "/skipped", phase.skipped());
            state.put(at + "phases/" + name + "/gradient-norm", phase.gradientNorm());
        });
        report.validation().ifPresent(held -> {
            state.put(at + "validation/examples", held.examples());
            state.put(at + "validation/loss", held.loss());
            state.put(at + "validation/mse", held.mse());
            state.put(at + "validation/mae", held.mae());
            state.put(at + "validation/psnr", held.psnr());
            state.put(at + "validation/terms/", held.terms());
        });
    }

    private static EpochReport report(RunState state, String at, int epoch, Optional<String> stage) {
        return new EpochReport(
                epoch,
                state.whole(at + "steps"),
                state.number(at + "samples-per-second"),
                state.number(at + "loss"),
                state.numbers(at + "terms/"),
                state.number(at + "criterion"),
                validation(state, at + "validation/"),
                stage,
                phases(state, at + "phases/"));
    }

    private static Optional<EvaluationReport> validation(RunState state, String at) {
        if (!state.has(at + "loss")) {
            return Optional.empty();
        }
        return Optional.of(new EvaluationReport(
                state.whole(at + "examples"),
                state.number(at + "loss"),
                state.numbers(at + "terms/"),
                state.number(at + "mse"),
                state.number(at + "mae"),
                state.number(at + "psnr")));
    }

    private static Map<String, PhaseReport> phases(RunState state, String at) {
        Map<String, PhaseReport> phases = new LinkedHashMap<>();
        for (String name : state.numbers(at).keySet()) {
            if (name.endsWith("/steps")) {
                String phase = name.substring(0, name.length() - "/steps".length());
                phases.put(
                        phase,
                        new PhaseReport(
                                state.whole(at + phase + "/steps"),
                                state.whole(at + phase + "/skipped"),
                                state.number(at + phase + "/gradient-norm")));
            }
        }
        return phases;
    }
}
