package dev.diabolo.data;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.data.ExamplesView;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Some of the examples of another set, as a view: nothing is copied. As thread-safe as what it looks at. */
public final class Subset implements ExamplesView {
    private final Examples source;
    private final int from;
    private final int size;
    private final int @Nullable [] indices;

    private Subset(Examples source, int from, int size, int @Nullable [] indices) {
        this.source = source;
        this.from = from;
        this.size = size;
        this.indices = indices;
    }

    /**
     * Consecutive examples.
     *
     * @param from the first one's index
     * @param to the index behind the last one's
     * @throws IndexOutOfBoundsException where the range is not within the examples
     */
    public static Subset range(Examples examples, int from, int to) {
        Objects.checkFromToIndex(from, to, examples.size());
        return new Subset(examples, from, to - from, null);
    }

    /**
     * The examples with these indices, in this order; an index may occur more than once.
     *
     * @throws IndexOutOfBoundsException where there is no example with one of the indices
     */
    public static Subset of(Examples examples, int... indices) {
        for (int index : indices) {
            Objects.checkIndex(index, examples.size());
        }
        return new Subset(examples, 0, indices.length, indices.clone());
    }

    @Override
    public Examples source() {
        return source;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int sourceIndex(int index) {
        Objects.checkIndex(index, size);
        return indices == null ? from + index : indices[index];
    }
}
