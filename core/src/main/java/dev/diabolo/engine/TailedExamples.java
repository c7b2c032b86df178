package dev.diabolo.engine;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;

/**
 * Examples as the engine takes those of a model with labels or conditions: behind the values of each, these.
 *
 * @param examples scaled
 * @param tail how many values are behind
 * @param writer writes them
 */
public record TailedExamples(Examples examples, int tail, TailWriter writer) implements Examples {
    @Override
    public TensorSpec spec() {
        return TensorSpec.of(examples.spec().size() + tail);
    }

    @Override
    public int size() {
        return examples.size();
    }

    @Override
    public void read(int index, float[] target, int offset) {
        examples.read(index, target, offset);
        writer.write(index, target, offset + examples.spec().size());
    }

    @Override
    public boolean inMemory() {
        return examples.inMemory();
    }

    @Override
    public boolean labelled() {
        return examples.labelled();
    }

    @Override
    public int label(int index) {
        return examples.label(index);
    }
}
