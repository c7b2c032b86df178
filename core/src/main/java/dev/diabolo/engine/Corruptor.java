package dev.diabolo.engine;

import dev.diabolo.engine.compute.FloatMemory;
import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Corrupts examples outside of training. What becomes of an example depends on the seed and its number alone; with the seed
 * of a model's run it is what validation and evaluation give to its encoder. Safe for any number of threads, which take
 * turns. Owns native memory until closed.
 */
public final class Corruptor implements AutoCloseable {
    /** Examples in one run of the plan; the last are padded. */
    private static final int ROWS = 64;

    private final TensorSpec data;
    private final NoiseFiller noise;
    private final ParameterStore store;
    private final ShapedPlan plan;
    private final FloatMemory corrupted;
    private final Optional<FloatMemory> untouched;
    private boolean closed;

    /**
     * Builds the corruption.
     *
     * @param data the shape of one example
     * @throws dev.diabolo.spi.error.DiaboloException (USER) where it cannot corrupt such data
     */
    public Corruptor(Corruption corruption, TensorSpec data, long seed) {
        Backend.load();
        this.data = data;
        this.noise = new NoiseFiller(new RandomStreams(seed));
        GraphContext context = new GraphContext(DataType.FLOAT, false);
        Tensor input = new Tensor(context.input(ModelGraph.DATA, data), data);
        Tensor output = ModelGraph.corrupt(context, corruption, input);
        Optional<String> mask = ModelGraph.untouched(context, corruption, data)
                .map(values -> values.variable().name());
        context.verify();
        String name = output.variable().name();
        List<String> outputs = mask.map(present -> List.of(name, present)).orElse(List.of(name));
        this.store = new ParameterStore(DataType.FLOAT, List.of());
        this.plan = ShapedPlan.alone(context, store, outputs, data.batched(ROWS));
        this.corrupted = FloatMemory.of(plan.plan().output(name));
        this.untouched = mask.map(present -> FloatMemory.of(plan.plan().output(present)));
    }

    /** Whether the corruption knows which values it leaves as they are. */
    public boolean knowsUntouched() {
        return untouched.isPresent();
    }

    /** Corrupts examples, as {@link #apply(float[], float[], int, int)}. */
    public void apply(float[] rows, int count, int first) {
        apply(rows, new float[0], count, first);
    }

    /**
     * Corrupts examples.
     *
     * @param rows {@code count} examples end to end, scaled; replaced by what becomes of them
     * @param kept as long: becomes 1 for values that are left as they are, else 0; or empty where that is not asked for
     * @param first the number of the first
     * @throws IllegalStateException where it is closed
     */
    public synchronized void apply(float[] rows, float[] kept, int count, int first) {
        if (closed) {
            throw new IllegalStateException("these corrupted examples are closed, or their model is");
        }
        int width = data.size();
        for (int done = 0; done < count; done += ROWS) {
            int taken = Math.min(ROWS, count - done);
            plan.data().writeRows(0, rows, done * width, taken);
            int number = first + done;
            plan.noises().forEach((source, array) -> noise.fill(source, array, 0, number, 0, taken));
            plan.plan().run();
            corrupted.read(0, rows, done * width, taken * width);
            if (kept.length > 0) {
                untouched.orElseThrow().read(0, kept, done * width, taken * width);
            }
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            plan.close();
            store.close();
        }
    }
}
