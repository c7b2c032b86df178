package dev.diabolo.engine;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One array of a graph that is being lowered. Names that mean the same memory, reshaped, share a value. */
final class Value {
    private INDArray array;
    private final boolean batch;
    private final @Nullable Float constant;
    private @Nullable Node producer;
    private int uses;
    private boolean given;

    /**
     * @param batch whether its rows belong to the examples of the batch, in their order
     */
    Value(INDArray array, boolean batch) {
        this(array, batch, null);
    }

    private Value(INDArray array, boolean batch, @Nullable Float constant) {
        this.array = array;
        this.batch = batch;
        this.constant = constant;
    }

    /** A value that never changes. */
    static Value constant(INDArray array) {
        boolean number = array.length() == 1 && array.dataType() == DataType.FLOAT;
        return new Value(array, false, number ? array.getFloat(0) : null);
    }

    /** The number that it always is; null where it is not one. */
    @Nullable
    Float constant() {
        return constant;
    }

    INDArray array() {
        return array;
    }

    int length() {
        return Math.toIntExact(array.length());
    }

    boolean batch() {
        return batch;
    }

    /** The node that computes it; null for what is there before. */
    @Nullable
    Node producer() {
        return producer;
    }

    /** Takes its values from where they are already, and needs no node any more. */
    void given(INDArray there) {
        array = there;
        producer = null;
        given = true;
    }

    boolean isGiven() {
        return given;
    }

    void producedBy(Node node) {
        this.producer = node;
    }

    int uses() {
        return uses;
    }

    /** Counts one more node that reads it, or one fewer. */
    void used(int times) {
        uses += times;
    }
}
