package dev.diabolo.engine;

import dev.diabolo.engine.Node.Element;
import dev.diabolo.engine.Node.Operand;
import dev.diabolo.engine.compute.ElementFunction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Makes the element-wise nodes of a graph that is being lowered. Equal nodes are computed once. */
final class Elements {
    private final Lowering lowering;
    private final Map<List<Object>, Value> known = new HashMap<>();

    Elements(Lowering lowering) {
        this.lowering = lowering;
    }

    /** An input as an operand of a result with a shape; null where it is broadcast in a way that kernels do not know. */
    @Nullable
    Operand operand(Traced t, int index, long[] shape) {
        Value value = lowering.value(t.inputNames().get(index));
        int repeat = value.length() == 1 ? 1 : repeat(t.inputs()[index].shape(), shape);
        return repeat == 0 ? null : new Operand(value, repeat);
    }

    /**
     * How often each value of an array is repeated before the next where it is broadcast to a shape: place i of the result
     * takes value {@code (i / repeat) % length}. 0 where it cannot be said so.
     */
    static int repeat(long[] from, long[] to) {
        if (from.length > to.length) {
            return 0;
        }
        int offset = to.length - from.length;
        int first = -1;
        int last = -1;
        for (int i = 0; i < to.length; i++) {
            long size = i < offset ? 1 : from[i - offset];
            if (size != 1) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        int repeat = 1;
        for (int i = 0; i < to.length; i++) {
            long size = i < offset ? 1 : from[i - offset];
            if (i >= first && i <= last && first >= 0 && size != to[i]) {
                return 0;
            }
            repeat *= first >= 0 && i > last ? (int) to[i] : 1;
        }
        return repeat;
    }

    /** The value of a function that was asked for before; null where it was not. */
    @Nullable
    Value find(ElementFunction function, float constant, List<Operand> operands) {
        return known.get(key(function, constant, operands));
    }

    Value value(ElementFunction function, float constant, List<Operand> operands, INDArray array) {
        return value(function, constant, operands, false, array);
    }

    /**
     * The value of a function.
     *
     * @param batch whether its rows are known to belong to the examples of the batch; else the operands tell
     * @param array where it is computed, where it is not there yet
     */
    Value value(ElementFunction function, float constant, List<Operand> operands, boolean batch, INDArray array) {
        int length = Math.toIntExact(array.length());
        boolean uniform = operands.stream().allMatch(operand -> operand.value().length() == 1);
        boolean plain = operands.get(0).value().length() == length || uniform;
        boolean neutral = function == ElementFunction.MULTIPLY_CONSTANT && constant == 1
                || function == ElementFunction.ADD_CONSTANT && constant == 0;
        if (neutral && plain) {
            return operands.get(0).value();
        }
        List<Object> key = key(function, constant, operands);
        Value same = known.get(key);
        if (same != null && same.length() == length) {
            return same;
        }
        // A number that stands for many can be computed for any part of the batch.
        boolean ofBatch = uniform && length % lowering.examples() == 0
                || batch
                || operands.stream().anyMatch(operand -> operand.value().batch() && operand.aligned(length));
        Value value =
                lowering.fresh(array.dataType() == DataType.FLOAT ? array : lowering.floats(array.shape()), ofBatch);
        lowering.emit(new Element(function, constant, operands, value));
        known.put(key, value);
        return value;
    }

    private static List<Object> key(ElementFunction function, float constant, List<Operand> operands) {
        List<Object> key = new ArrayList<>(List.of(function, constant));
        for (Operand operand : operands) {
            key.add(operand.value());
            key.add(operand.repeat());
        }
        return key;
    }
}
