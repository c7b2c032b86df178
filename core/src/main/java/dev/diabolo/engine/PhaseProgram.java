package dev.diabolo.engine;

import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.training.Phase;
import dev.diabolo.spi.training.Schedule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The graph of one phase with its gradients, for one shard: its own graph, plans and gradient vectors, sharing only the
 * parameters. Used by one thread at a time.
 */
final class PhaseProgram implements AutoCloseable {
    /** Full batch, last partial batch, and the like; more distinct shapes than this are compiled again. */
    private static final int PLANS = 4;

    private final ParameterStore store;
    private final GraphContext context;
    private final Map<String, String> terms = new LinkedHashMap<>();
    private final Map<String, String> weights = new LinkedHashMap<>();
    private final Map<String, String> gradients = new LinkedHashMap<>();
    /** The parameter of each gradient. */
    private final Map<String, String> parameters = new HashMap<>();

    private final Map<String, FlatVector> gradientVectors = new LinkedHashMap<>();
    private final Map<String, INDArray> weightArrays = new HashMap<>();
    /** Operations of the model and its terms; empty where only a layer is trained. */
    private final Set<String> common;
    /** What other programs take over. */
    private final Set<String> kept = new LinkedHashSet<>();
    /** What is taken over from the program that runs before. */
    private Set<String> inherited = Set.of();

    private final Set<String> updated;
    private final boolean cooperative;
    private final int leastExamples;
    private final LinkedHashMap<Key, ShapedPlan> plans = new LinkedHashMap<>(PLANS, 0.75f, true);

    /**
     * What plans are told apart by.
     *
     * @param before the plan from which values are taken over
     */
    private record Key(int examples, @Nullable Plan before) {}

    /**
     * @param reported the terms whose values are wanted
     */
    PhaseProgram(ModelDefinition model, Phase phase, Set<String> reported, ParameterStore store) {
        this.store = store;
        ModelGraph graph = new ModelGraph(model, store.type(), true);
        this.context = graph.context();
        LayerGraph layer = phase.layer()
                .map(number -> new LayerGraph(model, graph, number))
                .orElse(null);
        ForwardPass pass = layer == null ? graph.forward(graph.data()) : layer.forward(graph.data());
        Map<String, SDVariable> built = layer == null ? graph.terms(pass) : layer.terms(pass);
        this.common = layer == null ? Set.copyOf(context.graph().getOps().keySet()) : Set.of();
        this.updated = context.parameters().stream()
                .filter(spec -> phase.updates().contains(spec.group()))
                .map(ParameterSpec::name)
                .filter(name -> layer == null || layer.owns(name))
                .collect(Collectors.toUnmodifiableSet());
        SDVariable objective = null;
        for (var term : built.entrySet()) {
            SDVariable total = term.getValue().sum();
            if (reported.contains(term.getKey())) {
                terms.put(term.getKey(), total.name());
            }
            if (isLowered(phase, term.getKey())) {
                SDVariable weight = context.scalar("weight:" + term.getKey());
                weights.put(term.getKey(), weight.name());
                SDVariable weighted = total.mul(weight);
                objective = objective == null ? weighted : objective.add(weighted);
            }
        }
        context.verify();
        differentiate(objective);
        for (String group : new TreeSet<>(phase.updates())) {
            gradientVectors.put(
                    group, new FlatVector(store.type(), store.group(group).size()));
        }
        weights.values().forEach(name -> weightArrays.put(name, Nd4j.scalar(store.type(), 0)));
        boolean recurrent = context.graph().getOps().values().stream()
                .anyMatch(operation ->
                        RecurrentLowering.isRecurrent(operation.getOp().opName()));
        long largest = context.parameters().stream()
                .mapToLong(ParameterSpec::size)
                .max()
                .orElse(0);
        this.leastExamples = Shards.leastExamples(recurrent, largest);
        this.cooperative =
                store.type() == DataType.FLOAT && Lowering.isOn() && PlanCompiler.isCovered(context.graph(), outputs());
    }

    /** Terms that never weigh anything are told of, and cost no gradient; an objective of such terms alone is taken as it is. */
    private static boolean isLowered(Phase phase, String term) {
        Schedule nothing = Schedule.constant(0);
        boolean weighs = phase.objective().values().stream().anyMatch(weight -> !weight.equals(nothing));
        return phase.objective().containsKey(term)
                && !(weighs && phase.objective().get(term).equals(nothing));
    }

    private void differentiate(SDVariable objective) {
        List<String> wanted = context.parameters().stream()
                .map(ParameterSpec::name)
                .filter(updated::contains)
                .toList();
        Map<String, SDVariable> found =
                Differentiator.gradients(objective, wanted, context.gradientStops(), context.gradientScales());
        found.forEach((name, gradient) -> {
            // Two parameters may share one gradient (both sides of a sum); each needs a place of its own.
            boolean shared = gradients.containsValue(gradient.name());
            gradients.put(name, shared ? context.graph().identity(gradient).name() : gradient.name());
            parameters.put(gradients.get(name), name);
        });
    }

    GraphContext context() {
        return context;
    }

    /** The parameters that the phase changes. */
    Set<String> updated() {
        return updated;
    }

    /** The parameters that the objective reaches. */
    Set<String> reached() {
        return gradients.keySet();
    }

    FlatVector gradients(String group) {
        return gradientVectors.get(group);
    }

    /**
     * Lets plans take over what another program has computed of the same batch.
     *
     * @param other of the same model; none of its plans is compiled yet
     * @return whether they do
     */
    boolean follow(PhaseProgram other) {
        if (!cooperative || !other.cooperative || common.isEmpty() || other.common.isEmpty()) {
            return false;
        }
        if (!other.plans.isEmpty()) {
            throw new IllegalStateException("plans are compiled that keep nothing");
        }
        Set<String> given = context.parameters().stream()
                .filter(spec -> !spec.group().equals(ParameterSpec.BUFFERS))
                .map(ParameterSpec::name)
                .filter(name -> !other.updated.contains(name))
                .collect(Collectors.toCollection(HashSet::new));
        given.add(ModelGraph.DATA);
        given.add(ModelGraph.TAIL);
        inherited = Handover.between(other.side(), side(), given);
        other.kept.addAll(inherited);
        return true;
    }

    private Handover.Side side() {
        return new Handover.Side(context.graph(), outputs(), common);
    }

    /** Where a shard's data and noise go before {@link #run}. */
    ShapedPlan plan(int examples) {
        return plan(examples, null);
    }

    /**
     * As {@link #plan(int)}.
     *
     * @param before a plan of the program that this one follows, which has just run on the same examples
     */
    ShapedPlan plan(int examples, @Nullable ShapedPlan before) {
        Key key = new Key(examples, before == null ? null : before.plan());
        ShapedPlan plan = plans.get(key);
        if (plan == null) {
            if (plans.size() == PLANS) {
                Key eldest = plans.keySet().iterator().next();
                plans.remove(eldest).close();
            }
            plan = compile(examples, Optional.ofNullable(before));
            plans.put(key, plan);
        }
        return plan;
    }

    /**
     * Whether several threads share one plan for the whole batch. Else, where operations of ND4J take part that run on one
     * thread, each thread has a plan of its own for some of the examples.
     */
    boolean cooperative() {
        return cooperative;
    }

    private List<String> outputs() {
        List<String> outputs = new ArrayList<>(terms.values());
        outputs.addAll(gradients.values());
        outputs.addAll(context.assignments().values());
        outputs.addAll(kept);
        return outputs;
    }

    private ShapedPlan compile(int examples, Optional<ShapedPlan> before) {
        Map<String, INDArray> targets = new HashMap<>();
        for (ParameterStore.Slot slot : store.slots()) {
            String gradient = gradients.get(slot.spec().name());
            if (gradient != null) {
                targets.put(
                        gradient,
                        gradientVectors
                                .get(slot.spec().group())
                                .view(slot.offset(), slot.spec().shape()));
            }
        }
        int pieces = cooperative() ? Shards.pieces(examples, leastExamples) : 1;
        return ShapedPlan.compile(
                context,
                store,
                outputs(),
                weightArrays,
                targets,
                shape(ModelGraph.DATA, examples),
                pieces,
                before.map(plan -> new ShapedPlan.Inheritance(plan, inherited)));
    }

    private long[] shape(String placeholder, int examples) {
        long[] shape =
                context.graph().getVariable(placeholder).placeholderShape().clone();
        shape[0] = examples;
        return shape;
    }

    /**
     * Computes terms and gradients.
     *
     * @param termWeights the weight of each term of the objective, per example
     * @param pool shares the work of a cooperative plan
     * @return the sum of each term over the plan's examples
     */
    Map<String, Double> run(ShapedPlan plan, Map<String, Double> termWeights, WorkerPool pool) {
        weigh(termWeights);
        if (cooperative) {
            plan.plan().run(pool);
        } else {
            plan.plan().run();
        }
        return sums(plan);
    }

    /**
     * As {@link #run(ShapedPlan, Map, WorkerPool)} of a cooperative program, whose gradients are used as they come.
     *
     * @param begin takes the sum of each term, and gives who uses the gradients of {@link #early}
     */
    void run(
            ShapedPlan plan,
            Map<String, Double> termWeights,
            WorkerPool pool,
            Function<Map<String, Double>, PhaseUpdate.Ongoing> begin) {
        weigh(termWeights);
        plan.plan().run(pool, () -> {
            PhaseUpdate.Ongoing update = begin.apply(sums(plan));
            return (gradient, from, to, strand) -> {
                if (update.isEarly(parameters.get(gradient))) {
                    update.update(parameters.get(gradient), from, to, strand);
                }
            };
        });
    }

    /** The parameters of which parts of the gradient can be used before all gradients are there. */
    Set<String> early(ShapedPlan plan, PhaseUpdate updater) {
        return plan.plan().followed().stream()
                .filter(made -> updater.takes(parameters.get(made.output()), made.starts()))
                .map(made -> parameters.get(made.output()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private void weigh(Map<String, Double> termWeights) {
        weights.forEach((term, name) -> NativeArrays.set(weightArrays.get(name), termWeights.get(term)));
    }

    private Map<String, Double> sums(ShapedPlan plan) {
        Map<String, Double> sums = new LinkedHashMap<>();
        terms.forEach((term, name) -> sums.put(term, plan.plan().output(name).getDouble(0)));
        return sums;
    }

    /** The next values of the buffers, as the last run of a plan computed them. */
    Map<String, float[]> assigned(ShapedPlan plan) {
        Map<String, float[]> next = new LinkedHashMap<>();
        context.assignments().forEach((buffer, variable) -> {
            INDArray array = plan.plan().output(variable);
            float[] values = new float[Math.toIntExact(array.length())];
            NativeArrays.read(array, 0, values);
            next.put(buffer, values);
        });
        return next;
    }

    @Override
    public void close() {
        plans.values().forEach(ShapedPlan::close);
        plans.clear();
        gradientVectors.values().forEach(FlatVector::close);
        weightArrays.values().forEach(INDArray::close);
    }
}
