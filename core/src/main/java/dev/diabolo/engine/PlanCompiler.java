package dev.diabolo.engine;

import dev.diabolo.engine.compute.Kernel;
import dev.diabolo.engine.compute.Scratch;
import dev.diabolo.spi.error.DiaboloException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Compiles a graph to a {@link Plan} for arrays of known shapes: drops what the outputs do not need, computes once what
 * depends on constants and shapes only, and binds every other operation to arrays of its own, all in 'c' order.
 */
final class PlanCompiler {
    /** Operations whose results depend on the shapes of their inputs, not on their values. */
    private static final Set<String> OF_SHAPES =
            Set.of("shape_of", "size", "size_at", "rank", "zeros_as", "ones_as", "zeroslike", "oneslike");

    private final PlanSpec spec;
    private final SameDiff graph;
    private final Map<String, INDArray> arrays = new HashMap<>();
    private final Map<String, String> aliases = new HashMap<>();
    private final Set<String> constants = new HashSet<>();
    private final Map<String, INDArray> targets;
    private final OperationBinder binder;
    private final List<Traced> operations = new ArrayList<>();
    private final List<INDArray> owned = new ArrayList<>();

    /** Bytes that results may still take. */
    private long untraced;

    private PlanCompiler(PlanSpec spec, long most) {
        this.spec = spec;
        this.untraced = most;
        this.graph = spec.graph();
        this.arrays.putAll(spec.bindings());
        this.targets = spec.targets();
        this.binder = new OperationBinder(graph, this::allocate);
    }

    /**
     * Compiles where there is memory for it.
     *
     * @throws DiaboloException (RESOURCE) where there is not, with how much is needed
     */
    static Plan compile(PlanSpec spec) {
        return PlanMemory.compile(spec);
    }

    /**
     * As {@link #compile(PlanSpec)}, whatever memory there is.
     *
     * @param most bytes that results may take before the plan gives them memory in common
     * @throws PlanMemory.Exceeded where that is not enough
     */
    static Plan compile(PlanSpec spec, long most) {
        return new PlanCompiler(spec, most).compile();
    }

    /** The bytes that {@link #compile(PlanSpec, long)} takes. */
    static long traced(PlanSpec spec, long most) {
        PlanCompiler compiler = new PlanCompiler(spec, most);
        compiler.compile().close();
        return most - compiler.untraced;
    }

    /** Those of the noises that the outputs depend on. */
    static List<GraphContext.NoiseSource> used(
            SameDiff graph, Collection<String> outputs, List<GraphContext.NoiseSource> noises) {
        Set<String> read = new HashSet<>(outputs);
        for (SameDiffOp operation : needed(graph, outputs)) {
            if (operation.getInputsToOp() != null) {
                read.addAll(operation.getInputsToOp());
            }
        }
        return noises.stream().filter(source -> read.contains(source.name())).toList();
    }

    /** Whether kernels of ours can compute everything that the outputs need, as far as names of operations tell. */
    static boolean isCovered(SameDiff graph, Collection<String> outputs) {
        return needed(graph, outputs).stream().allMatch(operation -> {
            String name = operation.getOp().opName();
            return OperationBinder.isAlias(operation.getOp())
                    || OF_SHAPES.contains(name)
                    || Lowering.knows(operation.getOp());
        });
    }

    private Plan compile() {
        if (!spec.given().isEmpty() && !Lowering.isOn()) {
            throw new IllegalStateException("only lowered plans take values that are given");
        }
        try {
            for (SameDiffOp operation : needed(graph, spec.outputs())) {
                place(operation);
            }
            Map<String, INDArray> results = new LinkedHashMap<>();
            List<Instruction> copies = new ArrayList<>();
            for (String output : spec.outputs()) {
                INDArray given = spec.given().get(output);
                results.put(output, given == null ? settle(output, copies) : given);
            }
            List<Plan.Stage> stages = Lowering.isOn() && arraysAreFloats(results.values()) ? lowered() : replayed();
            if (!copies.isEmpty()) {
                List<Plan.Stage> all = new ArrayList<>(stages);
                all.add(new Plan.Stage(
                        List.copyOf(copies.stream().map(Replay::new).toList()), true, List.of()));
                stages = all;
            }
            List<INDArray> held = new ArrayList<>(arrays.values());
            held.addAll(spec.given().values());
            return new Plan(stages, results, owned, held);
        } catch (RuntimeException e) {
            operations.forEach(operation -> operation.replay().close());
            new Plan(List.of(), Map.of(), owned, List.of()).close();
            throw e;
        }
    }

    private static boolean arraysAreFloats(Collection<INDArray> arrays) {
        return arrays.stream().allMatch(array -> array.dataType() == DataType.FLOAT);
    }

    private List<Plan.Stage> replayed() {
        List<Replay> all = operations.stream()
                .map(operation -> new Replay(operation.replay()))
                .toList();
        return all.isEmpty() ? List.of() : List.of(new Plan.Stage(List.copyOf(all), true, List.of()));
    }

    private List<Plan.Stage> lowered() {
        Set<String> fixed = new HashSet<>();
        constants.forEach(name -> fixed.add(root(name)));
        Map<String, INDArray> given = new HashMap<>();
        spec.given().forEach((name, array) -> given.put(root(name), array));
        Lowering lowering = new Lowering(
                this::root, arrays, given, fixed, spec.perExample(), spec.examples(), spec.pieces(), owned);
        lowering.addAll(operations, spec.outputs());
        Set<Value> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
        spec.outputs().stream().filter(this::isComputed).forEach(output -> wanted.add(lowering.settle(output)));
        Map<Value, String> followed = new IdentityHashMap<>();
        targets.keySet().stream()
                .filter(this::isComputed)
                .filter(spec.outputs()::contains)
                .filter(target -> isSame(lowering.settle(target).array(), targets.get(target)))
                .forEach(target -> followed.put(lowering.settle(target), target));
        KernelCompiler compiler = new KernelCompiler(spec, operations, lowering, wanted, followed);
        return compiler.compile(arrays, owned);
    }

    private static boolean isSame(INDArray one, INDArray other) {
        return one.data() == other.data() && one.offset() == other.offset();
    }

    private boolean isComputed(String output) {
        return !constants.contains(root(output)) && !spec.given().containsKey(output);
    }

    /** The name under which a renamed or reshaped variable's memory is known. */
    private String root(String name) {
        String root = name;
        while (aliases.containsKey(root)) {
            root = aliases.get(root);
        }
        return root;
    }

    /** The operations that some variables need, in their order. */
    static List<SameDiffOp> needed(SameDiff graph, Collection<String> outputs) {
        Set<String> wanted = new HashSet<>(outputs);
        List<SameDiffOp> all = new ArrayList<>(graph.getOps().values());
        List<SameDiffOp> needed = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0; i--) {
            SameDiffOp operation = all.get(i);
            if (operation.getOutputsOfOp().stream().anyMatch(wanted::contains)) {
                if (operation.getInputsToOp() != null) {
                    wanted.addAll(operation.getInputsToOp());
                }
                needed.add(0, operation);
            }
        }
        return needed;
    }

    private void place(SameDiffOp operation) {
        DifferentialFunction function = operation.getOp();
        INDArray[] inputs = inputs(operation);
        List<String> outputs = operation.getOutputsOfOp();
        boolean constant = operation.getInputsToOp() == null
                || constants.containsAll(operation.getInputsToOp())
                || OF_SHAPES.contains(function.opName());
        if (OperationBinder.isAlias(function)) {
            arrays.put(outputs.get(0), OperationBinder.alias(function, inputs));
            aliases.put(outputs.get(0), operation.getInputsToOp().get(0));
        } else {
            Instruction instruction = binder.bind(function, inputs, outputs);
            if (constant) {
                instruction.run();
                instruction.close();
            } else {
                INDArray[] results = outputs.stream().map(arrays::get).toArray(INDArray[]::new);
                operations.add(new Traced(function, operation.getInputsToOp(), inputs, outputs, results, instruction));
            }
        }
        if (constant) {
            constants.addAll(outputs);
        }
    }

    private INDArray[] inputs(SameDiffOp operation) {
        List<String> names = operation.getInputsToOp() == null ? List.of() : operation.getInputsToOp();
        INDArray[] inputs = new INDArray[names.size()];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = array(names.get(i));
        }
        return inputs;
    }

    private INDArray array(String name) {
        INDArray array = arrays.get(name);
        if (array == null && graph.getVariable(name).getVariableType() == VariableType.CONSTANT) {
            array = graph.getVariable(name).getArr();
            if (array.ordering() != 'c' && array.rank() > 1) {
                array = keep(array.dup('c'));
            }
            arrays.put(name, array);
            constants.add(name);
        }
        if (array == null) {
            throw new IllegalStateException("no array is bound to '" + name + "'");
        }
        return array;
    }

    /** An array for a result: the target where one was given and fits, else a new one. */
    private INDArray allocate(String name, DataType type, long[] shape) {
        INDArray target = targets.get(name);
        boolean fits = target != null && target.dataType() == type && Arrays.equals(target.shape(), shape);
        INDArray array = fits ? target : keep(created(type, shape));
        arrays.put(name, array);
        return array;
    }

    private INDArray created(DataType type, long[] shape) {
        untraced -= Arrays.stream(shape).reduce(type.width(), (a, b) -> a * b);
        if (untraced < 0) {
            throw new PlanMemory.Exceeded();
        }
        return Nd4j.createUninitialized(type, shape, 'c');
    }

    private INDArray keep(INDArray array) {
        owned.add(array);
        return array;
    }

    /** Makes sure that an output lies where it was asked for. */
    private INDArray settle(String output, List<Instruction> copies) {
        INDArray array = array(output);
        @Nullable INDArray target = targets.get(output);
        if (target == null || target == array) {
            return array;
        }
        copies.add(new Instruction.Copy(array, target));
        return target;
    }

    /** An operation of ND4J as a kernel in one piece. */
    record Replay(Instruction instruction) implements Kernel {
        @Override
        public int pieces() {
            return 1;
        }

        @Override
        public void run(int piece, Scratch scratch) {
            Backend.confineToCallingThread();
            instruction.run();
        }

        @Override
        public void close() {
            instruction.close();
        }
    }
}
