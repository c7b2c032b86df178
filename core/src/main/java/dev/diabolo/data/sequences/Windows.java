package dev.diabolo.data.sequences;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Objects;

/**
 * Windows of sequences in memory; they may overlap, and nothing is copied. Safe to read from several threads.
 *
 * <p><b>Shapes</b>: {@code [values of a step, window]}.
 */
final class Windows implements Examples {
    private final TensorSpec spec;
    private final float[][] sequences;
    private final int[] sequenceOf;
    private final int[] startOf;
    private final int[] labels;

    /**
     * @param sequences each step by step
     * @param sequenceOf for each window its sequence
     * @param startOf for each window its first step
     * @param labels one for each window, or none
     */
    Windows(TensorSpec spec, float[][] sequences, int[] sequenceOf, int[] startOf, int[] labels) {
        this.spec = spec;
        this.sequences = sequences;
        this.sequenceOf = sequenceOf;
        this.startOf = startOf;
        this.labels = labels;
    }

    @Override
    public TensorSpec spec() {
        return spec;
    }

    @Override
    public int size() {
        return startOf.length;
    }

    @Override
    public void read(int index, float[] target, int offset) {
        Objects.checkIndex(index, size());
        int features = (int) spec.dimension(0);
        int window = (int) spec.dimension(1);
        float[] steps = sequences[sequenceOf[index]];
        int start = startOf[index] * features;
        for (int feature = 0; feature < features; feature++) {
            for (int time = 0; time < window; time++) {
                target[offset + feature * window + time] = steps[start + time * features + feature];
            }
        }
    }

    @Override
    public boolean labelled() {
        return labels.length > 0;
    }

    @Override
    public int label(int index) {
        if (!labelled()) {
            throw new IllegalStateException("these examples have no labels");
        }
        return labels[index];
    }
}
