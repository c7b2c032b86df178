package dev.diabolo.engine;

import dev.diabolo.engine.compute.FloatMemory;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.Tensor;
import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;

/** Counts how often examples choose each entry of a codebook. Owns native memory until closed; for one thread. */
final class CodebookMeter implements AutoCloseable {
    private static final int ROWS = 64;

    private final ShapedPlan plan;
    private final FloatMemory counts;

    /**
     * @param model with quantised codes
     */
    CodebookMeter(ModelDefinition model, ParameterStore store) {
        ModelGraph graph = new ModelGraph(model, store.type(), false);
        Tensor choices = ((Latent.Quantised) graph.infer(graph.data())).choices();
        SDVariable ofExamples = choices.variable().sum(1);
        graph.context().verify();
        this.plan = ShapedPlan.alone(
                graph.context(), store, List.of(ofExamples.name()), model.data().batched(ROWS));
        this.counts = FloatMemory.of(plan.plan().output(ofExamples.name()));
    }

    /** Of each entry. */
    long[] count(Examples examples) {
        int entries = counts.length() / ROWS;
        long[] sums = new long[entries];
        float[] row = new float[plan.data().width()];
        float[] ofExample = new float[entries];
        for (int first = 0; first < examples.size(); first += ROWS) {
            int count = Math.min(ROWS, examples.size() - first);
            for (int i = 0; i < count; i++) {
                examples.read(first + i, row, 0);
                plan.data().writeRow(i, row);
            }
            plan.plan().run();
            for (int i = 0; i < count; i++) {
                counts.read(i * entries, ofExample, 0, entries);
                for (int entry = 0; entry < entries; entry++) {
                    sums[entry] += Math.round(ofExample[entry]);
                }
            }
        }
        return sums;
    }

    @Override
    public void close() {
        plan.close();
    }
}
