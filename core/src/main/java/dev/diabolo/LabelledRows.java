package dev.diabolo;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.function.IntPredicate;

/**
 * Examples as the engine takes those of a model with labels: behind the values of each, one for each class.
 *
 * @param source scaled
 * @param known whether the label of the example of a number is known
 */
record LabelledRows(Examples source, Labelling labelling, IntPredicate known) implements Examples {
    @Override
    public TensorSpec spec() {
        return TensorSpec.of(source.spec().size() + labelling.classes());
    }

    @Override
    public int size() {
        return source.size();
    }

    @Override
    public void read(int index, float[] target, int offset) {
        source.read(index, target, offset);
        int behind = offset + source.spec().size();
        if (known.test(index)) {
            labelling.write(target, behind, source, index);
        } else {
            labelling.clear(target, behind);
        }
    }

    @Override
    public boolean inMemory() {
        return source.inMemory();
    }

    @Override
    public boolean labelled() {
        return source.labelled();
    }

    @Override
    public int label(int index) {
        return source.label(index);
    }
}
