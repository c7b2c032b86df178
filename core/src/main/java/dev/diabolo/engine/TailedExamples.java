package dev.diabolo.engine;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.data.ExamplesView;
import dev.diabolo.spi.graph.TensorSpec;

/**
 * Examples as the engine takes those of a model with labels or conditions: behind the values of each, these.
 *
 * @param source scaled
 * @param tail how many values are behind
 * @param writer writes them
 */
public record TailedExamples(Examples source, int tail, TailWriter writer) implements ExamplesView {
    @Override
    public TensorSpec spec() {
        return TensorSpec.of(source.spec().size() + tail);
    }

    @Override
    public void read(int index, float[] target, int offset) {
        source.read(index, target, offset);
        writer.write(index, target, offset + source.spec().size());
    }
}
