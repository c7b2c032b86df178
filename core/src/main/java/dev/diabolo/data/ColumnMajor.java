package dev.diabolo.data;

import java.util.List;
import java.util.function.IntUnaryOperator;

/** Arrays written with the first axis varying fastest ("Fortran order"). */
final class ColumnMajor {
    private ColumnMajor() {}

    static Values toRowMajor(List<Integer> shape, Values values) {
        IntUnaryOperator source = sourceIndex(shape);
        if (values instanceof Values.Bytes bytes) {
            byte[] ordered = new byte[values.length()];
            for (int i = 0; i < ordered.length; i++) {
                ordered[i] = bytes.values()[source.applyAsInt(i)];
            }
            return new Values.Bytes(ordered);
        }
        float[] ordered = new float[values.length()];
        for (int i = 0; i < ordered.length; i++) {
            ordered[i] = values.at(source.applyAsInt(i));
        }
        return new Values.Floats(ordered);
    }

    /** Where the value of a row-major position lies in a column-major array. */
    private static IntUnaryOperator sourceIndex(List<Integer> shape) {
        int rank = shape.size();
        int[] sizes = shape.stream().mapToInt(Integer::intValue).toArray();
        int[] strides = new int[rank];
        int stride = 1;
        for (int axis = 0; axis < rank; axis++) {
            strides[axis] = stride;
            stride *= sizes[axis];
        }
        return position -> {
            int rest = position;
            int index = 0;
            for (int axis = rank - 1; axis >= 0; axis--) {
                index += rest % sizes[axis] * strides[axis];
                rest /= sizes[axis];
            }
            return index;
        };
    }
}
