package dev.diabolo.engine;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Examples as the engine takes those of a model with labels: behind the values of each its class, one-hot.
 *
 * @param examples scaled
 * @param classes how many there are
 * @param classOf the class of an example's number, from 0; {@value #UNKNOWN} where it is not known
 */
public record LabelledExamples(Examples examples, int classes, IntUnaryOperator classOf) implements Examples {
    /** The class of an example whose class is not known. */
    public static final int UNKNOWN = -1;

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
        write(
                classOf.applyAsInt(index),
                classes,
                target,
                offset + examples.spec().size());
    }

    /** Writes a class, or that it is not known, as {@code classes} values. */
    public static void write(int place, int classes, float[] target, int from) {
        Arrays.fill(target, from, from + classes, 0);
        if (place != UNKNOWN) {
            target[from + place] = 1;
        }
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
