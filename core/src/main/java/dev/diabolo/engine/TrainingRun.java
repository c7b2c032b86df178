package dev.diabolo.engine;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.training.Ending;
import dev.diabolo.spi.training.EpochReport;
import dev.diabolo.spi.training.EvaluationReport;
import dev.diabolo.spi.training.Moment;
import dev.diabolo.spi.training.PhaseReport;
import dev.diabolo.spi.training.TermSpec;
import dev.diabolo.spi.training.TrainingListener;
import dev.diabolo.spi.training.TrainingPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * One training run: the only training loop there is. The same model, examples, seed and machine give the same bits, whatever
 * the number of workers. Owns native memory until closed; for one thread.
 */
public final class TrainingRun implements AutoCloseable {
    private final ModelDefinition model;
    private final TrainingSettings settings;
    private final TrainingListener listener;
    private final BooleanSupplier stopRequested;
    private final RandomStreams random;
    private final List<TermSpec> terms;
    private final Objective objective;
    private final WorkerPool pool;
    private final ParameterStore store;
    private final List<StageRun> stages;
    private final Optional<ParameterAverages> averages;
    private final Evaluator evaluator;
    private final Finiteness finite;
    private final RunProgress progress;
    private final Watching watching;
    private StageRun stage;
    private int examples;
    private int stepsPerEpoch;

    /**
     * Prepares a run: builds every graph and draws the first parameters.
     *
     * @param stopRequested asked before each step; true ends the run early
     * @throws DiaboloException where components contradict each other or the plan names what the model lacks
     */
    public TrainingRun(
            ModelDefinition model,
            TrainingSettings settings,
            TrainingListener listener,
            BooleanSupplier stopRequested) {
        Backend.load();
        this.model = model;
        this.settings = settings;
        this.listener = listener;
        this.stopRequested = stopRequested;
        this.random = new RandomStreams(settings.seed());
        this.terms = RunPlan.terms(model);
        this.objective = new Objective(terms);
        this.progress = new RunProgress(settings.earlyStopping());
        this.watching = new Watching(model.loss());
        TrainingPlan plan = RunPlan.of(model);
        List<ParameterSpec> specs = RunPlan.parameters(model);
        this.store = new ParameterStore(DataType.FLOAT, specs);
        this.pool = new WorkerPool(settings.workers());
        List<StageRun> prepared = List.of();
        Optional<ParameterAverages> averaged = Optional.empty();
        try {
            store.initialise(random);
            prepared = StageRun.of(
                    plan,
                    terms,
                    settings.epochs(),
                    (phase, reported) -> new PhaseTrainer(model, phase, reported, store, pool, random));
            this.stages = prepared;
            this.stage = stages.get(0);
            averaged = plan.averaging().map(averaging -> new ParameterAverages(averaging, store));
            this.averages = averaged;
            this.evaluator = new Evaluator(model, shown(), pool, random);
            this.finite = new Finiteness(model, store);
        } catch (RuntimeException | Error e) {
            averaged.ifPresent(ParameterAverages::close);
            prepared.forEach(StageRun::close);
            pool.close();
            store.close();
            throw e;
        }
    }

    /** A copy of the parameters as they are now, in the order in which the model makes them; averages where there are some. */
    List<ParameterValues> parameters() {
        averages.ifPresent(ParameterAverages::complete);
        return shown().values();
    }

    /** What is evaluated and kept. */
    private ParameterStore shown() {
        return averages.map(ParameterAverages::store).orElse(store);
    }

    /** As {@link #train(Examples, Optional, Optional, Checkpoints)}, from the beginning and without checkpoints. */
    public TrainingOutcome train(Examples train, Optional<Examples> validation) {
        return train(train, validation, Optional.empty(), Checkpoints.NONE);
    }

    /**
     * Trains.
     *
     * @param train at least one example, scaled
     * @param validation examples held out, scaled
     * @param from the state that an interrupted run of the same model, settings and examples left; empty to begin
     * @param checkpoints keeps the state between steps, and where the run is stopped
     */
    public TrainingOutcome train(
            Examples train, Optional<Examples> validation, Optional<RunState> from, Checkpoints checkpoints) {
        examples = train.size();
        stepsPerEpoch = (train.size() + settings.batch() - 1) / settings.batch();
        listener.started(settings.epochs(), stepsPerEpoch, learnt());
        from.ifPresentOrElse(this::restore, () -> begin(train));
        Optional<DiaboloException> failure = Optional.empty();
        Ending ending = Ending.COMPLETED;
        int held = stages.stream().mapToInt(StageRun::batchesPerCycle).max().orElse(1);
        try (ReadAhead batches = new ReadAhead(train, settings.batch(), held)) {
            while (progress.epoch <= settings.epochs() && ending == Ending.COMPLETED) {
                enterStage(progress.epoch);
                Optional<EpochReport> done = epoch(batches, train, validation, checkpoints);
                if (done.isEmpty()) {
                    ending = Ending.STOPPED;
                    break;
                }
                if (ended(done.get(), validation.isPresent()) && progress.epoch < settings.epochs()) {
                    ending = Ending.CONVERGED;
                }
                progress.nextEpoch();
                if (progress.epoch <= settings.epochs() && ending == Ending.COMPLETED) {
                    enterStage(progress.epoch);
                    if (checkpoints.isDue()) {
                        checkpoints.save(state());
                    }
                }
            }
        } catch (DiaboloException e) {
            if (e.kind() != ErrorKind.RUN) {
                throw e;
            }
            failure = Optional.of(e);
            ending = Ending.DIVERGED;
        }
        List<ParameterValues> kept = progress.bestEpoch == 0 ? parameters() : progress.best;
        return new TrainingOutcome(
                kept, progress.bestEpoch, progress.reports, progress.steps, watching.warnings(), ending, failure);
    }

    /** Takes note of an epoch; whether training has got no further for long enough. */
    private boolean ended(EpochReport report, boolean validated) {
        double criterion = report.criterion();
        progress.reports.add(report);
        stage.phases().forEach(phase -> phase.epochEnded(criterion));
        // Without held-out examples, or any term that can be compared, there is nothing to choose by: the last
        // epoch is kept. So it is while layers are prepared, whose losses are not comparable.
        boolean unchosen = !validated || Double.isNaN(criterion) || stage.preparation();
        if (unchosen || criterion < progress.bestCriterion) {
            progress.bestCriterion = stage.preparation() ? Double.POSITIVE_INFINITY : criterion;
            progress.bestEpoch = report.epoch();
            progress.best = parameters();
        }
        listener.epoch(report);
        watching.look(report).forEach(news -> listener.warning(news.epoch(), news.warning()));
        return !stage.preparation() && progress.watch.observe(criterion);
    }

    /** All that the next step depends on. */
    private RunState state() {
        RunState state = new RunState();
        progress.save(state);
        state.put("parameters/", store.values());
        averages.ifPresent(kept -> kept.save(state));
        for (int number = 0; number < stages.size(); number++) {
            for (PhaseTrainer phase : stages.get(number).phases()) {
                phase.save(state, phasePrefix(number, phase));
            }
        }
        return state;
    }

    /** Gives parameters what comes from the data; a state that is restored has that already. */
    private void begin(Examples train) {
        if (DataMeans.give(store, train, model.data().size())) {
            averages.ifPresent(ParameterAverages::restart);
        }
    }

    /** Goes on from a state; the file that it is from may have been made to mislead. */
    private void restore(RunState state) {
        try {
            take(state);
        } catch (IllegalArgumentException broken) {
            throw new DiaboloException(
                    ErrorKind.USER,
                    "training.broken-checkpoint",
                    List.of(Problem.of("this is no state of such a run: " + broken.getMessage())
                            .remedy("use a checkpoint that Diabolo wrote, or train anew")),
                    broken);
        }
    }

    private void take(RunState state) {
        progress.restore(state, epoch -> stageAt(epoch).name());
        progress.requirePossible(settings.epochs(), stepsPerEpoch);
        progress.reports.forEach(watching::look);
        stage = stageAt(progress.epoch);
        store.load(state.arrays("parameters/"));
        averages.ifPresent(kept -> kept.restore(state));
        for (int number = 0; number < stages.size(); number++) {
            for (PhaseTrainer phase : stages.get(number).phases()) {
                phase.restore(state, phasePrefix(number, phase));
            }
        }
    }

    private static String phasePrefix(int stage, PhaseTrainer phase) {
        return "stage-" + stage + "/" + phase.phase().name() + "/";
    }

    private StageRun stageAt(int epoch) {
        return stages.stream()
                .filter(candidate -> epoch <= candidate.end())
                .findFirst()
                .orElse(stages.get(stages.size() - 1));
    }

    private void enterStage(int epoch) {
        if (epoch > stage.end()) {
            stage = stageAt(epoch);
            progress.latest.clear();
        }
    }

    /** What is left of the epoch; empty where it was asked to stop. */
    private Optional<EpochReport> epoch(
            ReadAhead batches, Examples train, Optional<Examples> validation, Checkpoints checkpoints) {
        long begin = System.nanoTime();
        int epoch = progress.epoch;
        int first = Math.min(train.size(), progress.step * settings.batch());
        List<Batch> cycle = new ArrayList<>();
        int[] order = shuffled(train.size(), epoch);
        batches.begin(Arrays.copyOfRange(order, first, order.length));
        while (batches.hasNext()) {
            cycle.add(batches.next());
            if (cycle.size() < stage.batchesPerCycle() && batches.hasNext()) {
                continue;
            }
            if (stopRequested.getAsBoolean()) {
                if (progress.steps > 0) {
                    checkpoints.stopped(this::state);
                }
                return Optional.empty();
            }
            cycle(cycle, progress.means);
            for (int i = 0; i < cycle.size(); i++) {
                listener.step(epoch, ++progress.step, objective.loss(progress.latest, moment(progress.steps++)));
            }
            cycle.clear();
            if (batches.hasNext() && checkpoints.isDue()) {
                checkpoints.save(state());
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        averages.ifPresent(ParameterAverages::complete);
        Optional<EvaluationReport> held =
                validation.map(examples -> evaluator.evaluate(examples, moment(progress.steps)));
        int some = Math.min(settings.batch(), train.size());
        finite.require(epoch, stage, held.orElseGet(() -> evaluator.evaluate(train, some, moment(progress.steps))));
        Map<String, Double> learnt = progress.means.of(terms);
        boolean proper = !stage.preparation();
        double criterion = objective.criterion(
                held.filter(report -> proper).map(EvaluationReport::terms).orElse(learnt));
        double loss = objective.loss(learnt, moment(progress.steps));
        Map<String, PhaseReport> phases = new LinkedHashMap<>();
        stage.phases().forEach(phase -> phases.put(phase.phase().name(), phase.report()));
        return Optional.of(new EpochReport(
                epoch,
                progress.steps,
                (train.size() - first) / seconds,
                loss,
                learnt,
                criterion,
                held,
                stage.name(),
                phases));
    }

    private void cycle(List<Batch> batches, TermMeans means) {
        for (PhaseTrainer phase : stage.phases()) {
            if (!phase.phase().gate().open(Map.copyOf(progress.latest))) {
                phase.skipped();
                continue;
            }
            for (int i = 0; i < Math.min(phase.phase().steps(), batches.size()); i++) {
                Map<String, Double> reported = phase.step(
                        batches.get(i),
                        progress.updates++,
                        new RunNumber.Conditions(moment(progress.steps + i), examples));
                means.add(reported, batches.get(i).size());
                progress.latest.putAll(reported);
            }
        }
        averages.ifPresent(ParameterAverages::follow);
    }

    private Moment moment(long step) {
        return stage.moment(step, stepsPerEpoch);
    }

    private long learnt() {
        long parameters = 0;
        for (ParameterStore.Slot slot : store.slots()) {
            parameters += slot.spec().group().equals(ParameterSpec.BUFFERS)
                    ? 0
                    : slot.spec().size();
        }
        return parameters;
    }

    private int[] shuffled(int size, int epoch) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        SplittableRandom stream = random.stream("shuffle", epoch);
        for (int i = size - 1; i > 0; i--) {
            int j = stream.nextInt(i + 1);
            int other = order[j];
            order[j] = order[i];
            order[i] = other;
        }
        return order;
    }

    @Override
    public void close() {
        stages.forEach(StageRun::close);
        evaluator.close();
        averages.ifPresent(ParameterAverages::close);
        store.close();
        pool.close();
    }
}
