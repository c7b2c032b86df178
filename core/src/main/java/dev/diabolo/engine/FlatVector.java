package dev.diabolo.engine;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A native vector that holds several arrays end to end. Owns its memory until closed. Not safe for concurrent writes to one
 * range; different ranges may be used by different threads.
 */
final class FlatVector implements AutoCloseable {
    private final INDArray array;
    private final int size;
    private final FloatBuffer buffer;

    FlatVector(DataType type, int size) {
        this.size = size;
        this.array = Nd4j.zeros(type, Math.max(1, size));
        this.buffer = array.data()
                .pointer()
                .asByteBuffer()
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    int size() {
        return size;
    }

    INDArray array() {
        return array;
    }

    /** A part of the vector as a row-major array that shares its memory. */
    INDArray view(int offset, long[] shape) {
        long length = 1;
        for (long dimension : shape) {
            length *= dimension;
        }
        return array.get(NDArrayIndex.interval(offset, offset + length)).reshape('c', shape);
    }

    /** The memory itself; a new buffer with its own position at each call. */
    FloatBuffer buffer() {
        return buffer.duplicate();
    }

    @Override
    public void close() {
        if (!array.wasClosed()) {
            array.close();
        }
    }
}
