package dev.diabolo.engine.classification;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Examples as the engine takes those of a model with labels: behind the values of each its class, one-hot.
 *
 * @param examples scaled
 * @param classOf the class of an example's number
 */
record LabelledExamples(Examples examples, int classes, IntUnaryOperator classOf) implements Examples {
    @Override
    public TensorSpec spec() {
        return TensorSpec.of(examples.spec().size() + classes);
    }

    @Override
    public int size() {
        return examples.size();
    }

    @Override
    public void read(int index, float[] target, int offset) {
        examples.read(index, target, offset);
        int behind = offset + examples.spec().size();
        Arrays.fill(target, behind, behind + classes, 0);
        target[behind + classOf.applyAsInt(index)] = 1;
    }

    @Override
    public boolean inMemory() {
        return examples.inMemory();
    }
}
