package dev.diabolo.engine.compute;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The native memory of a row-major float array. Does not own it, nor keep it from being freed. Safe for several threads on different ranges. */
public final class FloatMemory {
    private final FloatPointer pointer;
    private final FloatBuffer buffer;
    private final int length;

    private FloatMemory(FloatPointer pointer, int length) {
        this.pointer = pointer;
        this.buffer = pointer.asByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer();
        this.length = length;
    }

    /**
     * The memory of an array.
     *
     * @param array of type FLOAT, in 'c' order, without gaps
     */
    public static FloatMemory of(INDArray array) {
        if (array.dataType() != DataType.FLOAT) {
            throw new IllegalArgumentException("an array of type " + array.dataType() + " holds no floats");
        }
        FloatPointer all = new FloatPointer(array.data().pointer());
        int length = Math.toIntExact(array.length());
        FloatPointer start =
                new FloatPointer(all.position(array.data().pointer().position() + array.offset()));
        return new FloatMemory(start.limit(start.position() + length), length);
    }

    public int length() {
        return length;
    }

    /** Copies {@code count} values from a position on to an array. */
    public void read(int position, float[] target, int offset, int count) {
        buffer.get(position, target, offset, count);
    }

    /** Copies {@code count} values of an array to a position. */
    public void write(int position, float[] source, int offset, int count) {
        buffer.put(position, source, offset, count);
    }

    float get(int position) {
        return buffer.get(position);
    }

    void put(int position, float value) {
        buffer.put(position, value);
    }

    /** A pointer to one value, for BLAS. */
    FloatPointer at(long position) {
        return new FloatPointer(pointer).position(pointer.position() + position);
    }
}
