package dev.diabolo.engine;

import dev.diabolo.engine.compute.FloatMemory;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A native array that a plan reads and that is filled row by row before each run; one row for each example. A row may go on in
 * a second array, which holds the tail. Owns its memory until closed. Different rows may be written by different threads.
 */
final class InputArray implements AutoCloseable {
    private final INDArray array;
    private final int width;
    private final @Nullable FloatMemory floats;
    private final @Nullable InputArray tail;

    InputArray(DataType type, long[] shape) {
        this(type, shape, null);
    }

    /**
     * @param tail takes the values behind those of this array
     */
    InputArray(DataType type, long[] shape, @Nullable InputArray tail) {
        PlanMemory.require((int) shape[0], Arrays.stream(shape).reduce(1, (a, b) -> a * b), type.width());
        this.array = Nd4j.create(type, shape);
        this.width = Math.toIntExact(array.length() / shape[0]);
        this.floats = type == DataType.FLOAT ? FloatMemory.of(array) : null;
        this.tail = tail;
    }

    INDArray array() {
        return array;
    }

    Optional<InputArray> tail() {
        return Optional.ofNullable(tail);
    }

    /** Values in a row, those of its tail included. */
    int width() {
        return width + (tail == null ? 0 : tail.width);
    }

    int rows() {
        return Math.toIntExact(array.length() / width);
    }

    /** Writes the first values of {@code values} to one row. */
    void writeRow(int row, float[] values) {
        writeRows(row, values, 0, 1);
    }

    /** Writes {@code count} rows, whose values begin at {@code from}. */
    void writeRows(int row, float[] values, int from, int count) {
        if (tail == null) {
            write(row, values, from, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            write(row + i, values, from + i * width(), 1);
            tail.write(row + i, values, from + i * width() + width, 1);
        }
    }

    private void write(int row, float[] values, int from, int count) {
        if (floats != null) {
            floats.write(row * width, values, from, count * width);
            return;
        }
        for (int i = 0; i < count * width; i++) {
            array.data().put((long) row * width + i, values[from + i]);
        }
    }

    @Override
    public void close() {
        array.close();
        if (tail != null) {
            tail.close();
        }
    }
}
