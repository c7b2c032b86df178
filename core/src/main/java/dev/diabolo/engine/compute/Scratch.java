package dev.diabolo.engine.compute;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/** One thread's working memory: registers of {@link #CHUNK} values, which together stay in a core's fast cache. */
public final class Scratch {
    /** Values in a register. */
    static final int CHUNK = 1024;

    final float[] first = new float[CHUNK];
    final float[] second = new float[CHUNK];
    final float[] third = new float[CHUNK];
    private final int[] bits = new int[CHUNK];
    private final FloatBuffer asFloats;
    private final IntBuffer asInts;
    private float[][] registers = new float[0][];
    private float[] image = new float[0];
    private float[] block = new float[0];
    private FloatMemory memory = FloatMemory.allocate(1);
    private float[] buffer = new float[0];

    public Scratch() {
        ByteBuffer memory = ByteBuffer.allocateDirect(CHUNK * Float.BYTES).order(ByteOrder.nativeOrder());
        asFloats = memory.asFloatBuffer();
        asInts = memory.asIntBuffer();
    }

    /** Room for one image. */
    float[] image(int length) {
        if (image.length < length) {
            image = new float[length];
        }
        return image;
    }

    /** Room for some rows of a column matrix. */
    float[] block(int length) {
        if (block.length < length) {
            block = new float[length];
        }
        return block;
    }

    /** Room that BLAS can use. */
    FloatMemory memory(int length) {
        if (memory.length() < length) {
            memory = FloatMemory.allocate(length);
        }
        return memory;
    }

    float[][] registers(int count) {
        if (registers.length < count) {
            registers = new float[count][CHUNK];
        }
        return registers;
    }

    /** Memory of any size, for one kernel at a time. */
    float[] buffer(int size) {
        if (buffer.length < size) {
            buffer = new float[size];
        }
        return buffer;
    }

    /**
     * Replaces numbers {@code 1.5 * 2^23 + k} by {@code 2^k}. HotSpot does not vectorise a loop that turns floats into bits;
     * copying them to memory and back as bits is twice as fast.
     *
     * @param values k in [-126, 127]
     */
    void powersOfTwo(float[] values, int n) {
        asFloats.put(0, values, 0, n);
        asInts.get(0, bits, 0, n);
        shift(bits, n);
        asInts.put(0, bits, 0, n);
        asFloats.get(0, values, 0, n);
    }

    private static void shift(int[] bits, int n) {
        for (int i = 0; i < n; i++) {
            bits[i] = (bits[i] + 127) << 23;
        }
    }
}
