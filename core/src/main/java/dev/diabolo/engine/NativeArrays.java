package dev.diabolo.engine;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Bulk copies between Java arrays and row-major native arrays. */
final class NativeArrays {
    private NativeArrays() {}

    /** Writes values from a position of the array on. */
    static void write(INDArray array, long position, float[] values) {
        if (array.dataType() == DataType.FLOAT) {
            floats(array).position(Math.toIntExact(position)).put(values);
            return;
        }
        for (int i = 0; i < values.length; i++) {
            array.data().put(array.offset() + position + i, values[i]);
        }
    }

    /** Writes the value of a scalar, without ND4J's operations, each of which costs tens of microseconds. */
    static void set(INDArray scalar, double value) {
        scalar.data().put(scalar.offset(), value);
    }

    /** Reads values from a position of the array on. */
    static void read(INDArray array, long position, float[] values) {
        if (array.dataType() == DataType.FLOAT) {
            floats(array).position(Math.toIntExact(position)).get(values);
            return;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = array.data().getFloat(array.offset() + position + i);
        }
    }

    private static FloatBuffer floats(INDArray array) {
        FloatBuffer all = array.data()
                .pointer()
                .asByteBuffer()
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        return array.offset() == 0
                ? all
                : all.position(Math.toIntExact(array.offset())).slice();
    }
}
