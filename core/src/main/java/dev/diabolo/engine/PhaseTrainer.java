package dev.diabolo.engine;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.training.Moment;
import dev.diabolo.spi.training.Phase;
import dev.diabolo.spi.training.PhaseReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Takes the steps of one phase: shards in parallel, gradients summed in shard order, one optimiser step per group. */
final class PhaseTrainer implements AutoCloseable {
    /** The gradient's norm is measured in one of so many steps: it takes a pass over all gradients. */
    private static final int MEASURED = 8;

    private final ModelDefinition model;
    private final Phase phase;
    private final Set<String> reported;
    private final ParameterStore store;
    private final WorkerPool pool;
    private final BatchFeeder feeder;
    private final List<PhaseProgram> programs = new ArrayList<>();
    private final List<String> groups;
    private final PhaseUpdate updater;
    private final Optional<PlateauMonitor> plateau;
    private @Nullable PhaseTrainer before;
    private @Nullable Step latest;
    /** What {@link PhaseProgram#early} says of each plan. */
    private final Map<Plan, Set<String>> early = new WeakHashMap<>();

    private long steps;
    private long skipped;
    private long measured;
    private double norms;

    /** A step of which the next phase may use what was computed. */
    private record Step(Batch batch, long update, ShapedPlan plan) {}

    /**
     * @param reported the terms whose values its steps tell
     */
    PhaseTrainer(
            ModelDefinition model,
            Phase phase,
            Set<String> reported,
            ParameterStore store,
            WorkerPool pool,
            RandomStreams random) {
        this.reported = reported;
        this.model = model;
        this.phase = phase;
        this.store = store;
        this.pool = pool;
        this.feeder = new BatchFeeder(random, pool);
        programs.add(new PhaseProgram(model, phase, reported, store));
        this.groups = List.copyOf(new TreeSet<>(phase.updates()));
        this.updater =
                new PhaseUpdate(phase.optimiser(), groups, programs.get(0).updated()::contains, store, pool);
        this.plateau = phase.optimiser().plateau().map(PlateauMonitor::new);
        checkReached();
    }

    private void checkReached() {
        for (String group : groups) {
            for (ParameterStore.Slot slot : store.slots(group)) {
                String name = slot.spec().name();
                if (wanted(name) && !programs.get(0).reached().contains(name)) {
                    throw DiaboloException.plugin(
                            "training.unreached-parameter",
                            Problem.of("phase '" + phase.name() + "' updates group '" + group + "', but its objective "
                                            + phase.objective().keySet() + " does not depend on parameter '"
                                            + slot.spec().name() + "'")
                                    .remedy("add a term that does, or update another group"));
                }
            }
        }
    }

    /** A phase of the whole model changes every parameter of its groups, also those that its graph never made. */
    private boolean wanted(String parameter) {
        return phase.layer().isEmpty() || programs.get(0).updated().contains(parameter);
    }

    Phase phase() {
        return phase;
    }

    /**
     * Says which phase's step comes before this one's in a cycle. What that has computed of the batch, and would be the same here,
     * is taken over; where its turn was skipped, or was on another batch, everything is computed.
     */
    void follow(PhaseTrainer other) {
        if (programs.get(0).follow(other.programs.get(0))) {
            before = other;
        }
    }

    /** The plan of the latest step, if it was a certain one. */
    private @Nullable ShapedPlan planOf(Batch batch, long update) {
        Step step = latest;
        return step != null && step.batch() == batch && step.update() == update ? step.plan() : null;
    }

    /**
     * Takes one step.
     *
     * @param batch the examples to learn from
     * @param update the number of updates in the run before this one
     * @param conditions of the step
     * @return the mean of each term over the batch
     */
    Map<String, Double> step(Batch batch, long update, RunNumber.Conditions conditions) {
        Moment moment = conditions.moment();
        int shards = shards(batch.size());
        while (programs.size() < shards) {
            programs.add(new PhaseProgram(model, phase, reported, store));
        }
        Map<String, Double> weights = new HashMap<>();
        phase.objective().forEach((term, weight) -> weights.put(term, weight.at(moment) / batch.size()));
        Map<String, Double> means = programs.get(0).cooperative() && updater.isLocal()
                ? stepAtOnce(batch, update, weights, conditions)
                : stepInTurn(shards, batch, update, weights, conditions);
        assignBuffers(shards, batch, update);
        return means;
    }

    /** Computes all gradients, and then updates the parameters. */
    private Map<String, Double> stepInTurn(
            int shards, Batch batch, long update, Map<String, Double> weights, RunNumber.Conditions conditions) {
        List<Map<String, Double>> sums = new ArrayList<>();
        for (int i = 0; i < shards; i++) {
            sums.add(Map.of());
        }
        pool.run(shards, shard -> {
            ShapedPlan plan = feed(shard, shards, batch, update, conditions);
            sums.set(shard, programs.get(shard).run(plan, weights, pool));
        });
        Map<String, Double> means = means(sums, batch.size());
        checkFinite(means, update);
        List<PhaseProgram> used = programs.subList(0, shards);
        Map<String, List<FlatVector>> gradients = new HashMap<>();
        groups.forEach(group -> gradients.put(
                group, used.stream().map(program -> program.gradients(group)).toList()));
        if (isMeasured()) {
            norms += updater.applyAndMeasure(conditions.moment(), rateLeft(), gradients);
        } else {
            updater.apply(conditions.moment(), rateLeft(), gradients);
        }
        return means;
    }

    /** Updates parameters as soon as their gradients are there. */
    private Map<String, Double> stepAtOnce(
            Batch batch, long update, Map<String, Double> weights, RunNumber.Conditions conditions) {
        PhaseProgram program = programs.get(0);
        ShapedPlan plan = feed(0, 1, batch, update, conditions);
        Set<String> known = early.computeIfAbsent(plan.plan(), made -> program.early(plan, updater));
        Map<String, FlatVector> gradients = new HashMap<>();
        groups.forEach(group -> gradients.put(group, program.gradients(group)));
        Map<String, Double> means = new LinkedHashMap<>();
        AtomicReference<PhaseUpdate.Ongoing> ongoing = new AtomicReference<>();
        program.run(plan, weights, pool, sums -> {
            means.putAll(means(List.of(sums), batch.size()));
            checkFinite(means, update);
            ongoing.set(updater.begin(conditions.moment(), rateLeft(), gradients, known, isMeasured()));
            return ongoing.get();
        });
        norms += ongoing.get().end();
        return means;
    }

    private double rateLeft() {
        return plateau.map(PlateauMonitor::share).orElse(1.0);
    }

    /** Counts a step; whether the norm of its gradient is measured. */
    private boolean isMeasured() {
        boolean due = steps++ % MEASURED == 0;
        measured += due ? 1 : 0;
        return due;
    }

    /** Its gate keeps it from a turn. */
    void skipped() {
        skipped++;
    }

    /** What it did since it was last asked. */
    PhaseReport report() {
        PhaseReport report = new PhaseReport(steps, skipped, measured == 0 ? 0 : norms / measured);
        steps = 0;
        skipped = 0;
        measured = 0;
        norms = 0;
        return report;
    }

    void save(RunState state, String at) {
        updater.save(state, at + "optimiser/");
        plateau.ifPresent(monitor -> monitor.save(state, at + "plateau/"));
        state.put(at + "steps", steps);
        state.put(at + "skipped", skipped);
        state.put(at + "measured", measured);
        state.put(at + "norms", norms);
    }

    void restore(RunState state, String at) {
        updater.restore(state, at + "optimiser/");
        plateau.ifPresent(monitor -> monitor.restore(state, at + "plateau/"));
        steps = state.whole(at + "steps");
        skipped = state.whole(at + "skipped");
        measured = state.whole(at + "measured");
        norms = state.number(at + "norms");
    }

    /** An epoch of the run is over. */
    void epochEnded(double criterion) {
        plateau.ifPresent(monitor -> monitor.observe(criterion));
    }

    private int shards(int examples) {
        PhaseProgram program = programs.get(0);
        boolean coupled = !program.context().couplings().isEmpty();
        return Shards.count(examples, coupled || program.cooperative());
    }

    /** Feeds the plan of a shard. */
    private ShapedPlan feed(int shard, int shards, Batch batch, long update, RunNumber.Conditions conditions) {
        int from = Shards.start(batch.size(), shards, shard);
        int to = Shards.start(batch.size(), shards, shard + 1);
        ShapedPlan plan = plan(shard, to - from, batch, update);
        plan.set(conditions);
        if (programs.get(shard).cooperative()) {
            feeder.feedTogether(plan, batch, update);
            latest = new Step(batch, update, plan);
        } else {
            feeder.feed(plan, batch, from, update);
        }
        return plan;
    }

    private ShapedPlan plan(int shard, int examples, Batch batch, long update) {
        return programs.get(shard).plan(examples, before == null ? null : before.planOf(batch, update - 1));
    }

    private static Map<String, Double> means(List<Map<String, Double>> sums, int examples) {
        Map<String, Double> means = new LinkedHashMap<>();
        for (Map<String, Double> sum : sums) {
            sum.forEach((term, value) -> means.merge(term, value / examples, Double::sum));
        }
        return means;
    }

    private void checkFinite(Map<String, Double> means, long update) {
        means.forEach((term, value) -> {
            if (!Double.isFinite(value)) {
                throw new DiaboloException(
                        dev.diabolo.spi.error.ErrorKind.RUN,
                        "training.diverged",
                        Problem.of("training diverged: term '" + term + "' is " + value)
                                .at("phase '" + phase.name() + "', step " + (update + 1))
                                .remedy("lower the learning rate, or scale the data to [0, 1]"));
            }
        });
    }

    /** A buffer's next value is the mean over the shards, weighted by their examples. */
    private void assignBuffers(int shards, Batch batch, long update) {
        int examples = batch.size();
        Map<String, float[]> totals = new LinkedHashMap<>();
        for (int shard = 0; shard < shards; shard++) {
            int size = Shards.start(examples, shards, shard + 1) - Shards.start(examples, shards, shard);
            PhaseProgram program = programs.get(shard);
            float share = (float) size / examples;
            program.assigned(plan(shard, size, batch, update)).forEach((buffer, values) -> {
                Moments.scale(values, share, values.length);
                totals.merge(buffer, values, PhaseTrainer::sum);
            });
        }
        totals.forEach(store::write);
    }

    /** Adds to the first. */
    private static float[] sum(float[] total, float[] part) {
        Moments.addScaled(total, part, 1, part.length);
        return total;
    }

    @Override
    public void close() {
        programs.forEach(PhaseProgram::close);
    }
}
