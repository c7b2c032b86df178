package dev.diabolo.engine;

import dev.diabolo.engine.GraphContext.NoiseSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A plan for one number of examples, and the arrays that feed it.
 *
 * @param before the plan whose data it reads too, and other values of which; empty where it has data of its own
 */
record ShapedPlan(
        Plan plan,
        InputArray data,
        Map<NoiseSource, InputArray> noises,
        Map<RunNumber, INDArray> numbers,
        Optional<ShapedPlan> before)
        implements AutoCloseable {
    /**
     * What a plan takes over from one that has run just before, on the same batch.
     *
     * @param variables outputs of that plan, which have the same values in this one
     */
    record Inheritance(ShapedPlan from, Set<String> variables) {
        private Map<String, INDArray> arrays() {
            return variables.stream()
                    .collect(Collectors.toMap(name -> name, name -> from.plan().output(name)));
        }
    }

    /**
     * Compiles a plan for one thread that reads a model's data, parameters and noise, and nothing else.
     *
     * @param outputs the variables to compute
     * @param shape of the data, with the number of examples first
     */
    static ShapedPlan alone(GraphContext context, ParameterStore store, List<String> outputs, long[] shape) {
        return compile(context, store, outputs, Map.of(), Map.of(), shape, 1, Optional.empty());
    }

    /**
     * Compiles a plan that reads a model's data, parameters and noise.
     *
     * @param outputs the variables to compute
     * @param extra arrays of further placeholders
     * @param targets for some of the outputs, the array to leave them in
     * @param shape of the data, with the number of examples first
     * @param pieces as {@link PlanSpec#pieces()}
     * @param inheritance what it takes over from another plan; empty where it is alone
     */
    static ShapedPlan compile(
            GraphContext context,
            ParameterStore store,
            List<String> outputs,
            Map<String, INDArray> extra,
            Map<String, INDArray> targets,
            long[] shape,
            int pieces,
            Optional<Inheritance> inheritance) {
        Map<String, INDArray> bindings = new HashMap<>(extra);
        context.parameters().forEach(spec -> bindings.put(spec.name(), store.view(spec.name())));
        InputArray data = inheritance.map(of -> of.from().data()).orElseGet(() -> rows(context, store.type(), shape));
        bindings.put(ModelGraph.DATA, data.array());
        data.tail().ifPresent(tail -> bindings.put(ModelGraph.TAIL, tail.array()));
        Map<NoiseSource, InputArray> noises = new LinkedHashMap<>();
        for (NoiseSource source : PlanCompiler.used(context.graph(), outputs, context.noises())) {
            InputArray noise = new InputArray(store.type(), source.perExample().batched(shape[0]));
            noises.put(source, noise);
            bindings.put(source.name(), noise.array());
        }
        Map<RunNumber, INDArray> numbers = new LinkedHashMap<>();
        context.numbers().forEach((name, number) -> {
            INDArray array = numbers.computeIfAbsent(number, missing -> Nd4j.scalar(store.type(), 0));
            bindings.put(name, array);
        });
        Map<String, INDArray> given = inheritance.map(Inheritance::arrays).orElse(Map.of());
        PlanSpec spec = new PlanSpec(
                context.graph(), outputs, bindings, targets, given, (int) shape[0], context.perExample(), pieces);
        ShapedPlan plan =
                new ShapedPlan(PlanCompiler.compile(spec), data, noises, numbers, inheritance.map(Inheritance::from));
        plan.set(RunNumber.Conditions.IN_USE);
        return plan;
    }

    /** What a graph's rows are read from: data or codes, and tails where rows have them. */
    static InputArray rows(GraphContext context, DataType type, long[] shape) {
        return new InputArray(
                type,
                shape,
                context.tail()
                        .map(spec -> new InputArray(type, spec.batched(shape[0])))
                        .orElse(null));
    }

    /** Gives the numbers that the run determines their values, until they are given others. */
    void set(RunNumber.Conditions conditions) {
        numbers.forEach((number, array) -> NativeArrays.set(array, number.at(conditions)));
    }

    @Override
    public void close() {
        plan.close();
        if (before.isEmpty()) {
            data.close();
        }
        noises.values().forEach(InputArray::close);
        numbers.values().forEach(INDArray::close);
    }
}
