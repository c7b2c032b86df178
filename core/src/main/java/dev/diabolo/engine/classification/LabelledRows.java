package dev.diabolo.engine.classification;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.function.IntUnaryOperator;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * How examples and their classes share a row: the values first, then a one-hot class.
 *
 * @param data the shape of one example
 * @param classes how many there are
 */
record LabelledRows(TensorSpec data, int classes) {
    /** The shape of one row. */
    TensorSpec spec() {
        return TensorSpec.of(data.size() + classes);
    }

    /** The values of each row. */
    Tensor values(Tensor rows) {
        SDVariable values = columns(rows, 0, data.size());
        return new Tensor(values, data.flat()).as(data);
    }

    /** The one-hot class of each row; shape {@code [batch, classes]}. */
    SDVariable labels(Tensor rows) {
        return columns(rows, data.size(), classes);
    }

    private static SDVariable columns(Tensor rows, int first, int count) {
        SDVariable variable = rows.variable();
        // -1 is all of them.
        return variable.getSameDiff().slice(variable, new int[] {0, first}, -1, count);
    }

    /**
     * Examples as rows.
     *
     * @param classOf the class of an example's number
     */
    Examples of(Examples examples, IntUnaryOperator classOf) {
        return new Rows(this, examples, classOf);
    }

    private record Rows(LabelledRows layout, Examples examples, IntUnaryOperator classOf) implements Examples {
        @Override
        public TensorSpec spec() {
            return layout.spec();
        }

        @Override
        public int size() {
            return examples.size();
        }

        @Override
        public void read(int index, float[] target, int offset) {
            examples.read(index, target, offset);
            int labels = offset + layout.data().size();
            java.util.Arrays.fill(target, labels, labels + layout.classes(), 0);
            target[labels + classOf.applyAsInt(index)] = 1;
        }

        @Override
        public boolean inMemory() {
            return examples.inMemory();
        }
    }
}
