package dev.diabolo.engine;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.training.EvaluationReport;
import dev.diabolo.spi.training.Moment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A trained model, ready to run. Safe for any number of threads: each call borrows a replica of what it needs. Owns native
 * memory until closed.
 */
public final class Inference implements AutoCloseable {
    /** Batches are cut into pieces of these sizes, the last padded: few shapes to compile for, whatever is asked. */
    private static final int[] SIZES = {256, 32, 1};

    private final ModelDefinition model;
    private final ParameterStore store;
    private final Map<Function, Queue<Program>> idle = new HashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    /** What a model can be asked for. */
    public enum Function {
        /** Data to the code's mode. */
        ENCODE,
        /** Codes to the expected data. */
        DECODE,
        /** Data to the expected data, by way of the code's mode. */
        RECONSTRUCT
    }

    /**
     * @param parameters of the same model
     */
    public Inference(ModelDefinition model, List<ParameterValues> parameters) {
        Backend.load();
        this.model = model;
        this.store = new ParameterStore(DataType.FLOAT, TrainingRun.parameters(model));
        store.load(parameters);
        for (Function function : Function.values()) {
            idle.put(function, new ConcurrentLinkedQueue<>());
        }
    }

    /** The shape of one input of a function. */
    public TensorSpec input(Function function) {
        return function == Function.DECODE ? model.code() : model.data();
    }

    /** The shape of one output of a function. */
    public TensorSpec output(Function function) {
        return function == Function.ENCODE ? model.code() : model.data();
    }

    /** A copy of the parameters, in the order in which the model makes them. */
    public List<ParameterValues> parameters() {
        return store.values();
    }

    /**
     * Runs a function over rows.
     *
     * @param rows {@code count} inputs end to end, scaled
     * @return {@code count} outputs end to end
     */
    public float[] run(Function function, float[] rows, int count) {
        requireOpen();
        Queue<Program> pool = idle.get(function);
        Program borrowed = pool.poll();
        Program program = borrowed != null ? borrowed : new Program(function);
        try {
            return program.run(rows, count);
        } finally {
            pool.add(program);
            if (closed.get()) {
                drain();
            }
        }
    }

    /** Measures the model on examples, scaled. */
    public EvaluationReport evaluate(Examples examples, int workers, long seed) {
        requireOpen();
        try (WorkerPool pool = new WorkerPool(workers);
                Evaluator evaluator = new Evaluator(model, store, pool, new RandomStreams(seed))) {
            return evaluator.evaluate(examples, Moment.END);
        }
    }

    private void requireOpen() {
        if (closed.get()) {
            throw new IllegalStateException("this model is closed");
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            drain();
            store.close();
        }
    }

    private void drain() {
        for (Queue<Program> pool : idle.values()) {
            for (Program program = pool.poll(); program != null; program = pool.poll()) {
                program.close();
            }
        }
    }

    /** One replica of one function. */
    private final class Program implements AutoCloseable {
        private final GraphContext context;
        private final String inputName;
        private final String outputName;
        private final int inputWidth;
        private final int outputWidth;
        private final TensorSpec inputSpec;
        private final Map<Integer, Sized> plans = new HashMap<>();

        private record Sized(Plan plan, INDArray input, INDArray output) {}

        Program(Function function) {
            ModelGraph graph = new ModelGraph(model, store.type(), false);
            this.context = graph.context();
            this.inputSpec = input(function);
            this.inputWidth = inputSpec.size();
            this.outputWidth = output(function).size();
            Tensor from = function == Function.DECODE ? graph.code() : graph.data();
            Tensor to = switch (function) {
                case ENCODE -> graph.infer(from).mode();
                case DECODE -> graph.generate(from).mean();
                case RECONSTRUCT -> graph.generate(graph.infer(from).mode()).mean();
            };
            context.verify();
            this.inputName = from.variable().name();
            this.outputName = to.variable().name();
        }

        float[] run(float[] rows, int count) {
            float[] results = new float[Math.multiplyExact(count, outputWidth)];
            int done = 0;
            while (done < count) {
                int size = size(count - done);
                int taken = Math.min(size, count - done);
                Sized sized = plans.computeIfAbsent(size, this::compile);
                float[] piece = new float[taken * inputWidth];
                System.arraycopy(rows, done * inputWidth, piece, 0, piece.length);
                NativeArrays.write(sized.input(), 0, piece);
                sized.plan().run();
                float[] result = new float[taken * outputWidth];
                NativeArrays.read(sized.output(), 0, result);
                System.arraycopy(result, 0, results, done * outputWidth, result.length);
                done += taken;
            }
            return results;
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
            INDArray input = Nd4j.create(store.type(), inputSpec.batched(size));
            bindings.put(inputName, input);
            context.noises()
                    .forEach(source -> bindings.put(
                            source.name(),
                            Nd4j.create(store.type(), source.perExample().batched(size))));
            Plan plan = PlanCompiler.compile(
                    PlanSpec.of(context.graph(), List.of(outputName), bindings, size, context.perExample()));
            return new Sized(plan, input, plan.output(outputName));
        }

        @Override
        public void close() {
            plans.values().forEach(sized -> {
                sized.plan().close();
                sized.input().close();
            });
        }
    }
}
