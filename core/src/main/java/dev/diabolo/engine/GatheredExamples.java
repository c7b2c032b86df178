package dev.diabolo.engine;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;

/** Some examples, copied from anywhere, to be used again for others. Different ones may be written by different threads. */
final class GatheredExamples implements Examples {
    private final TensorSpec spec;
    private final float[] values;
    private final int width;
    private final int most;

    GatheredExamples(TensorSpec spec, int most) {
        this.spec = spec;
        this.width = spec.size();
        this.most = most;
        this.values = new float[Math.multiplyExact(width, most)];
    }

    /** Takes the examples whose numbers are at {@code from} to {@code to}, exclusive, to the same places here. */
    void gather(Examples source, int[] numbers, int from, int to) {
        for (int i = from; i < to; i++) {
            source.read(numbers[i], values, i * width);
        }
    }

    @Override
    public TensorSpec spec() {
        return spec;
    }

    @Override
    public int size() {
        return most;
    }

    @Override
    public void read(int index, float[] target, int offset) {
        System.arraycopy(values, index * width, target, offset, width);
    }
}
