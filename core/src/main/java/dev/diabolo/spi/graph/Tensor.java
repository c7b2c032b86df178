package dev.diabolo.spi.graph;

import java.util.Objects;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * A batch of values in a graph: the variable, and the shape of one example that it holds.
 *
 * @param variable shape {@code [batch, spec...]}
 * @param spec the shape of one example
 */
public record Tensor(SDVariable variable, TensorSpec spec) {
    public Tensor {
        Objects.requireNonNull(variable, "variable");
        Objects.requireNonNull(spec, "spec");
    }

    /** The same examples as vectors, shape {@code [batch, spec.size()]}. */
    public Tensor flat() {
        return as(spec.flat());
    }

    /**
     * The same values, in the same order, in another shape.
     *
     * @param target as many values as {@link #spec()} has
     */
    public Tensor as(TensorSpec target) {
        if (target.equals(spec)) {
            return this;
        }
        if (target.size() != spec.size()) {
            throw new IllegalArgumentException("cannot see " + spec + " as " + target);
        }
        return new Tensor(variable.reshape(target.batched(-1)), target);
    }

    /**
     * One number, the same for each of these examples: for a term of a loss that is about the batch or about parameters.
     *
     * @param number a scalar
     * @return shape {@code [batch]}
     */
    public SDVariable forEachExample(SDVariable number) {
        return flat().variable().sum(1).mul(0).add(number);
    }

    /**
     * Each example's values, with another's behind them, as one vector.
     *
     * @param behind as many examples
     */
    public Tensor beside(Tensor behind) {
        SDVariable joined = variable.getSameDiff().concat(1, flat().variable, behind.flat().variable);
        return new Tensor(joined, TensorSpec.of(spec.size() + behind.spec.size()));
    }

    /**
     * Some of each example's values, as a vector.
     *
     * @param from the first, from 0
     * @param count how many, at least 1
     */
    public Tensor part(int from, int count) {
        SDVariable values = flat().variable;
        SDVariable part = values.getSameDiff().slice(values, new int[] {0, from}, -1, count);
        return new Tensor(part, TensorSpec.of(count));
    }

    /** The same shape with other values, such as this tensor's after an element-wise operation. */
    public Tensor with(SDVariable values) {
        return new Tensor(values, spec);
    }
}
