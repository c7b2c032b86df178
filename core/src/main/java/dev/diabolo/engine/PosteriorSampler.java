package dev.diabolo.engine;

import dev.diabolo.engine.compute.FloatMemory;
import dev.diabolo.spi.data.Examples;
import java.util.List;

/** Draws a code of each example from the posterior. Owns native memory until closed; for one thread. */
final class PosteriorSampler implements AutoCloseable {
    /** Examples at a time. */
    static final int ROWS = 64;

    private final ShapedPlan plan;
    private final FloatMemory codes;
    private final int codeSize;

    PosteriorSampler(ModelDefinition model, ParameterStore store) {
        ModelGraph graph = new ModelGraph(model, store.type(), false);
        String output = graph.forward(graph.data())
                .draws(1)
                .latent()
                .sample()
                .variable()
                .name();
        graph.context().verify();
        this.codeSize = model.code().size();
        this.plan = ShapedPlan.alone(
                graph.context(), store, List.of(output), model.data().batched(ROWS));
        this.codes = FloatMemory.of(plan.plan().output(output));
    }

    /**
     * Draws the codes of some examples; what is drawn for one depends on the seed and its number.
     *
     * @param first the number of the first of at most {@link #ROWS}
     * @param target receives the codes, from {@code first} on
     */
    void draw(Examples examples, int first, long seed, float[][] target) {
        int count = Math.min(ROWS, examples.size() - first);
        float[] row = new float[plan.data().width()];
        for (int i = 0; i < count; i++) {
            examples.read(first + i, row, 0);
            plan.data().writeRow(i, row);
        }
        NoiseFiller noise = new NoiseFiller(new RandomStreams(seed));
        plan.noises().forEach((source, array) -> noise.fill(source, array, 0, first));
        plan.plan().run();
        for (int i = 0; i < count; i++) {
            target[first + i] = new float[codeSize];
            codes.read(i * codeSize, target[first + i], 0, codeSize);
        }
    }

    @Override
    public void close() {
        plan.close();
    }
}
