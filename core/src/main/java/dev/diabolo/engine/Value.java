package dev.diabolo.engine;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One array of a graph that is being lowered. Names that mean the same memory, reshaped, share a value. */
final class Value {
    private final INDArray array;
    private final boolean batch;
    private @Nullable Node producer;
    private int uses;

    /**
     * @param batch whether its rows belong to the examples of the batch, in their order
     */
    Value(INDArray array, boolean batch) {
        this.array = array;
        this.batch = batch;
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

    void producedBy(Node node) {
        this.producer = node;
    }

    int uses() {
        return uses;
    }

    void used() {
        uses++;
    }
}
