package dev.diabolo.spi;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Collections;
import java.util.List;

/** Says what a decoder's raw values mean: values, logits, means with variances. */
public interface Likelihood {
    /** The shape of the raw values that it needs for data of a shape; a mean and a variance need twice the data's. */
    TensorSpec raw(TensorSpec data);

    /** Whether it is defined only for data in [0, 1]; others are then refused, with the range found. */
    default boolean needsUnitInterval() {
        return false;
    }

    /** Whether it is defined only for data that are not negative, such as counts; others are then refused, with the range found. */
    default boolean needsCounts() {
        return false;
    }

    /** Whether it is meant for data in their own units, such as counts, which are then not scaled to [0, 1]. */
    default boolean keepsUnits() {
        return needsCounts();
    }

    /**
     * Which values each number of an example may have; data with others are refused, with row and column. By default what
     * {@link #needsUnitInterval} and {@link #needsCounts} say of all.
     *
     * @param data the shape of one example
     * @return as many as an example has numbers
     */
    default List<Support> supports(TensorSpec data) {
        Support all = needsCounts() ? Support.COUNTS : needsUnitInterval() ? Support.UNIT_INTERVAL : Support.ANY;
        return Collections.nCopies(data.size(), all);
    }

    /**
     * Builds the reconstruction.
     *
     * @param raw shape {@code [batch, raw(data)...]}, as the decoder gave it
     * @param data the shape of one example
     */
    Reconstruction reconstruct(GraphScope scope, Tensor raw, TensorSpec data);
}
