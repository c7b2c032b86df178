package dev.diabolo.data;

import dev.diabolo.spi.data.ConditionColumn;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.data.ExamplesView;
import java.util.List;

/**
 * Examples with what they may be conditioned on.
 *
 * @param source what an example is
 * @param conditions what it comes with
 * @param numbers as many rows of a number for each of these: of categories, the place among them
 */
public record ConditionedExamples(Examples source, List<ConditionColumn> conditions, Examples numbers)
        implements ExamplesView {
    public ConditionedExamples {
        conditions = List.copyOf(conditions);
        if (numbers.size() != source.size() || numbers.spec().size() != conditions.size()) {
            throw new IllegalArgumentException(numbers.size() + " rows of " + numbers.spec() + " are no conditions of "
                    + source.size() + " examples");
        }
    }

    @Override
    public void readConditions(int index, float[] target, int offset) {
        numbers.read(index, target, offset);
    }
}
