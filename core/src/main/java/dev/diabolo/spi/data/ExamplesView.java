package dev.diabolo.spi.data;

import dev.diabolo.spi.graph.TensorSpec;
import java.util.List;

/** Examples seen through others, of which nothing is copied: all is the source's but what a view says otherwise. */
@FunctionalInterface
public interface ExamplesView extends Examples {
    /** What is looked at. */
    Examples source();

    /**
     * The source's number of an example.
     *
     * @param index in [0, size)
     */
    default int sourceIndex(int index) {
        return index;
    }

    @Override
    default TensorSpec spec() {
        return source().spec();
    }

    @Override
    default int size() {
        return source().size();
    }

    @Override
    default void read(int index, float[] target, int offset) {
        source().read(sourceIndex(index), target, offset);
    }

    @Override
    default boolean inMemory() {
        return source().inMemory();
    }

    @Override
    default boolean labelled() {
        return source().labelled();
    }

    @Override
    default int label(int index) {
        return source().label(sourceIndex(index));
    }

    @Override
    default List<ConditionColumn> conditions() {
        return source().conditions();
    }

    @Override
    default void readConditions(int index, float[] target, int offset) {
        source().readConditions(sourceIndex(index), target, offset);
    }

    @Override
    default String origin(int index) {
        return source().origin(sourceIndex(index));
    }
}
