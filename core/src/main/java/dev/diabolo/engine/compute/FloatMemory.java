package dev.diabolo.engine.compute;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The native memory of a row-major float array. That of an array it does not own, nor keep from being freed. Safe for several threads on different ranges. */
public final class FloatMemory {
    private final FloatPointer pointer;
    private final FloatBuffer buffer;
    private final int length;

    private FloatMemory(FloatPointer pointer, FloatBuffer buffer, int length) {
        this.pointer = pointer;
        this.buffer = buffer;
        this.length = length;
    }

    /**
     * The memory of an array.
     *
     * @param array of type FLOAT, in 'c' order, without gaps
     */
    public static FloatMemory of(INDArray array) {
        return of(array, Math.toIntExact(array.length()));
    }

    /**
     * The beginning of an array's memory.
     *
     * @param array of type FLOAT, in 'c' order, without gaps
     * @param length number of values
     */
    public static FloatMemory of(INDArray array, int length) {
        if (array.dataType() != DataType.FLOAT) {
            throw new IllegalArgumentException("an array of type " + array.dataType() + " holds no floats");
        }
        FloatPointer all = new FloatPointer(array.data().pointer());
        FloatPointer start =
                new FloatPointer(all.position(array.data().pointer().position() + array.offset()));
        start.limit(start.position() + length);
        FloatBuffer buffer = start.asByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer();
        return new FloatMemory(start, buffer, length);
    }

    /** New memory, which is freed when nothing refers to this object any more. */
    public static FloatMemory allocate(int length) {
        FloatBuffer buffer = ByteBuffer.allocateDirect(length * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        return new FloatMemory(new FloatPointer(buffer), buffer, length);
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

    /** A pointer to the first value, for BLAS. */
    FloatPointer start() {
        return pointer;
    }

    /** A pointer to one value, for BLAS. */
    FloatPointer at(long position) {
        return new FloatPointer(pointer).position(pointer.position() + position);
    }
}
