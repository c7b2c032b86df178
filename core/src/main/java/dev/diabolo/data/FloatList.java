package dev.diabolo.data;

import java.util.Arrays;

/** Floats whose number is not known, or not to be believed, beforehand: grows with what really arrives. */
final class FloatList {
    /** The largest array that every JVM can make. */
    static final int MAXIMUM = Integer.MAX_VALUE - 8;

    private float[] values;
    private int size;

    FloatList(int capacity) {
        values = new float[capacity];
    }

    int size() {
        return size;
    }

    void add(float value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, grown(size));
        }
        values[size++] = value;
    }

    float[] toArray() {
        return size == values.length ? values : Arrays.copyOf(values, size);
    }

    /** The next capacity: half as much again. */
    static int grown(int capacity) {
        return (int) Math.min(MAXIMUM, Math.max(1024L, capacity + (capacity >> 1) + 1L));
    }
}
