package dev.diabolo.engine;

import dev.diabolo.engine.Inference.Function;
import dev.diabolo.engine.compute.FloatMemory;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One replica of one function of a trained model. Owns native memory until closed; for one thread. */
final class FunctionProgram implements AutoCloseable {
    /** Batches are cut into pieces of these sizes, the last padded: few shapes to compile for, whatever is asked. */
    private static final int[] SIZES = {64, 16, 1};

    /** Rows that are worth a thread of their own. */
    static final int ROWS_AT_ONCE = SIZES[0];

    private final ParameterStore store;
    private final GraphContext context;
    private final String inputName;
    private final String outputName;
    private final int outputWidth;
    private final TensorSpec inputSpec;
    private final Map<Integer, Sized> plans = new HashMap<>();

    private record Sized(Plan plan, InputArray input, FloatMemory output) {}

    FunctionProgram(ModelDefinition model, ParameterStore store, Function function) {
        ModelGraph graph = new ModelGraph(model, store.type(), false);
        this.store = store;
        this.context = graph.context();
        Tensor from = from(function, graph);
        Tensor to = to(function, graph, from);
        this.inputSpec = from.spec();
        this.outputWidth = to.spec().size();
        context.verify();
        refuseNoise(to.variable().name());
        this.inputName = from.variable().name();
        this.outputName = to.variable().name();
    }

    /** What a function begins with. */
    static Tensor from(Function function, ModelGraph graph) {
        return function == Function.DECODE ? graph.code() : graph.data();
    }

    /** What it makes of that. */
    static Tensor to(Function function, ModelGraph graph, Tensor from) {
        if (function != Function.DECODE) {
            graph.requireEncodes();
        }
        return switch (function) {
            case ENCODE -> graph.infer(from).mode();
            case DECODE -> graph.generate(from).mean();
            case RECONSTRUCT -> graph.generate(graph.infer(from).mode()).mean();
        };
    }

    /** See {@link Inference#run}. */
    void run(int count, IntFunction<float[]> inputs, IntFunction<float[]> outputs) {
        int done = 0;
        while (done < count) {
            int size = size(count - done);
            int taken = Math.min(size, count - done);
            Sized sized = plans.computeIfAbsent(size, this::compile);
            for (int i = 0; i < taken; i++) {
                sized.input().writeRow(i, inputs.apply(done + i));
            }
            sized.plan().run();
            for (int i = 0; i < taken; i++) {
                sized.output().read(i * outputWidth, outputs.apply(done + i), 0, outputWidth);
            }
            done += taken;
        }
    }

    private void refuseNoise(String output) {
        List<GraphContext.NoiseSource> used = PlanCompiler.used(context.graph(), List.of(output), context.noises());
        if (!used.isEmpty()) {
            throw DiaboloException.plugin(
                    "graph.noise-in-use",
                    Problem.of("what users are given depends on the noise '"
                                    + used.get(0).name() + "'")
                            .remedy("ask for noise only where GraphScope.training() is true, or for samples only"));
        }
    }

    private static int size(int left) {
        int chosen = SIZES[0];
        for (int size : SIZES) {
            if (size >= left) {
                chosen = size;
            }
        }
        return chosen;
    }

    private Sized compile(int size) {
        Map<String, INDArray> bindings = new HashMap<>();
        context.parameters().forEach(spec -> bindings.put(spec.name(), store.view(spec.name())));
        InputArray input = ShapedPlan.rows(context, store.type(), inputSpec.batched(size));
        bindings.put(inputName, input.array());
        input.tail().ifPresent(tail -> bindings.put(ModelGraph.TAIL, tail.array()));
        Plan plan = PlanCompiler.compile(
                PlanSpec.of(context.graph(), List.of(outputName), bindings, size, context.perExample()));
        return new Sized(plan, input, FloatMemory.of(plan.output(outputName)));
    }

    @Override
    public void close() {
        plans.values().forEach(sized -> {
            sized.plan().close();
            sized.input().close();
        });
    }
}
