package dev.diabolo.data;

import dev.diabolo.spi.data.ConditionColumn;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.List;

/**
 * Examples with what they may be conditioned on.
 *
 * @param values what an example is
 * @param conditions what it comes with
 * @param numbers as many rows of a number for each of these: of categories, the place among them
 */
public record ConditionedExamples(Examples values, List<ConditionColumn> conditions, Examples numbers)
        implements Examples {
    public ConditionedExamples {
        conditions = List.copyOf(conditions);
        if (numbers.size() != values.size() || numbers.spec().size() != conditions.size()) {
            throw new IllegalArgumentException(numbers.size() + " rows of " + numbers.spec() + " are no conditions of "
                    + values.size() + " examples");
        }
    }

    @Override
    public TensorSpec spec() {
        return values.spec();
    }

    @Override
    public int size() {
        return values.size();
    }

    @Override
    public void read(int index, float[] target, int offset) {
        values.read(index, target, offset);
    }

    @Override
    public boolean inMemory() {
        return values.inMemory();
    }

    @Override
    public boolean labelled() {
        return values.labelled();
    }

    @Override
    public int label(int index) {
        return values.label(index);
    }

    @Override
    public void readConditions(int index, float[] target, int offset) {
        numbers.read(index, target, offset);
    }
}
