package dev.diabolo.engine;

import dev.diabolo.engine.compute.Kernel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Compiles a lowered graph to the stages of a plan, and gives its values memory. */
final class KernelCompiler {
    private final PlanSpec spec;
    private final List<Traced> operations;
    private final Lowering lowering;
    private final Set<Value> wanted;
    private final Map<Value, String> followed;
    private final List<Node> nodes;

    /**
     * @param operations that were lowered
     * @param wanted values that must be in memory in the end
     * @param followed those of them that somebody may use before the others are there, and their names
     */
    KernelCompiler(
            PlanSpec spec, List<Traced> operations, Lowering lowering, Set<Value> wanted, Map<Value, String> followed) {
        this.spec = spec;
        this.operations = operations;
        this.lowering = lowering;
        this.wanted = wanted;
        this.followed = followed;
        this.nodes = Simplification.of(lowering.nodes(), wanted);
    }

    /**
     * Compiles the graph.
     *
     * @param arrays of all variables; those that are not needed any more are taken out
     * @param owned the arrays that the plan shall close; those that are not needed any more are closed and taken out, new ones
     *     put in
     */
    List<Plan.Stage> compile(Map<String, INDArray> arrays, List<INDArray> owned) {
        closeUnused();
        boolean sequential = spec.pieces() == 1;
        List<Schedule.Stage> schedule = Schedule.of(nodes, spec.examples(), sequential, this::isFollowed);
        Set<DataBuffer> movable = movable(owned);
        MemoryPlan memory = MemoryPlan.of(schedule, sequential, wanted, movable);
        arrays.values().removeIf(array -> movable.contains(array.data()));
        free(movable, owned);
        owned.addAll(memory.allocate());
        KernelBuilder builder = new KernelBuilder(spec.examples(), spec.pieces(), wanted, memory);
        return schedule.stream()
                .map(stage -> stage.last() ? last(stage, builder) : stage(stage, builder))
                .toList();
    }

    private static Plan.Stage stage(Schedule.Stage stage, KernelBuilder builder) {
        List<Kernel> kernels = stage.items().stream()
                .map(item -> builder.kernel(item, stage.byExample()))
                .toList();
        return new Plan.Stage(kernels, stage.byExample(), List.of());
    }

    private Plan.Stage last(Schedule.Stage stage, KernelBuilder builder) {
        List<Kernel> kernels = new ArrayList<>();
        List<Plan.Made> made = new ArrayList<>();
        for (Schedule.Item item : stage.items()) {
            Node node = item.nodes().get(0);
            KernelBuilder.Cut cut = builder.followed(node);
            kernels.add(cut.kernel());
            made.add(new Plan.Made(followed.get(node.outputs().get(0)), cut.starts()));
        }
        return new Plan.Stage(kernels, false, made);
    }

    /**
     * Whether a node may wait until everything else is computed, and what it makes be used at once: by somebody who changes
     * parameters, which it must not read then.
     */
    private boolean isFollowed(Node node) {
        return (node instanceof Node.Product || node instanceof Node.ColumnSum)
                && node.outputs().stream().allMatch(output -> followed.containsKey(output) && output.uses() == 0)
                && node.inputs().stream().allMatch(input -> input.batch() || input.producer() != null);
    }

    private void closeUnused() {
        Set<Instruction> used = Collections.newSetFromMap(new IdentityHashMap<>());
        replays().forEach(replay -> used.add(replay.instruction()));
        for (Traced operation : operations) {
            if (!used.contains(operation.replay())) {
                operation.replay().close();
            }
        }
    }

    private Stream<Node.Replay> replays() {
        return nodes.stream().filter(Node.Replay.class::isInstance).map(Node.Replay.class::cast);
    }

    /** The arrays that only kernels of ours use, and only in between. */
    private Set<DataBuffer> movable(List<INDArray> owned) {
        Set<DataBuffer> own = Collections.newSetFromMap(new IdentityHashMap<>());
        owned.forEach(array -> own.add(array.data()));
        Set<DataBuffer> movable = Collections.newSetFromMap(new IdentityHashMap<>());
        operations.stream()
                .flatMap(operation -> Arrays.stream(operation.results()))
                .map(INDArray::data)
                .filter(own::contains)
                .forEach(movable::add);
        lowering.working().forEach(array -> movable.add(array.data()));
        Stream<Value> ofReplays =
                replays().flatMap(replay -> Stream.concat(replay.inputs().stream(), replay.outputs().stream()));
        Stream.concat(wanted.stream(), ofReplays)
                .forEach(value -> movable.remove(value.array().data()));
        return movable;
    }

    private static void free(Set<DataBuffer> arrays, List<INDArray> owned) {
        List<INDArray> free =
                owned.stream().filter(array -> arrays.contains(array.data())).toList();
        owned.removeIf(array -> arrays.contains(array.data()));
        free.forEach(INDArray::close);
    }
}
