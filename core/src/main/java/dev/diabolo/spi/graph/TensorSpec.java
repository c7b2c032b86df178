package dev.diabolo.spi.graph;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The shape of one example, without the batch dimension. Rank 1 is a vector {@code [features]}, rank 2 a sequence
 * {@code [features, time]}, rank 3 an image {@code [channels, height, width]}. Immutable.
 */
public final class TensorSpec {
    private final long[] shape;

    private TensorSpec(long[] shape) {
        this.shape = shape;
    }

    /**
     * A shape of one example.
     *
     * @param shape sizes, each at least 1; at least one of them
     * @throws DiaboloException (USER) where a size is below 1 or the whole has more than {@code Integer.MAX_VALUE}
     *     values
     */
    public static TensorSpec of(long... shape) {
        long size = 1;
        for (long dimension : shape) {
            // Divided and not multiplied: a product of hostile sizes wraps around to a small one.
            if (dimension < 1 || dimension > Integer.MAX_VALUE / size) {
                size = 0;
                break;
            }
            size *= dimension;
        }
        if (shape.length == 0 || size < 1) {
            throw DiaboloException.user(
                    "shape.invalid",
                    Problem.of("shape " + Arrays.toString(shape) + " is not possible")
                            .allowed("sizes of at least 1, with a product of at most " + Integer.MAX_VALUE));
        }
        return new TensorSpec(shape.clone());
    }

    /** The sizes, outermost first; a copy. */
    public long[] shape() {
        return shape.clone();
    }

    /** The number of dimensions, without the batch's. */
    public int rank() {
        return shape.length;
    }

    /** The size of one dimension. */
    public long dimension(int index) {
        return shape[index];
    }

    /** The number of values in one example. */
    public int size() {
        long size = 1;
        for (long dimension : shape) {
            size *= dimension;
        }
        return (int) size;
    }

    /** The same values as a vector. */
    public TensorSpec flat() {
        return rank() == 1 ? this : new TensorSpec(new long[] {size()});
    }

    /** The shape of several of them, one behind the other. */
    public TensorSpec repeated(int count) {
        return of(batched(count));
    }

    /** The shape of a batch of such examples; a {@code batch} of -1 leaves its size open. */
    public long[] batched(long batch) {
        long[] batched = new long[shape.length + 1];
        batched[0] = batch;
        System.arraycopy(shape, 0, batched, 1, shape.length);
        return batched;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TensorSpec that && Arrays.equals(shape, that.shape);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(shape);
    }

    /** {@code 1x28x28}. */
    @Override
    public String toString() {
        return Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining("x"));
    }
}
