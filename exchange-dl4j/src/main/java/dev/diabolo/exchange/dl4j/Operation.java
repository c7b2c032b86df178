package dev.diabolo.exchange.dl4j;

import java.util.List;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.linalg.api.ops.BaseScalarOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;

/**
 * One operation on the way from a network's input to its result.
 *
 * @param variable its result's name
 * @param inputs names, in the operation's order
 * @param given shape of the input that depends on the network's, with the batch
 * @param shape of the result, likewise
 */
record Operation(String variable, DifferentialFunction function, List<String> inputs, long[] given, long[] shape) {
    boolean is(String name) {
        return function.opName().equals(name);
    }

    /** Whether it swaps features and time. */
    boolean swapsTime() {
        return is("permute")
                && shape.length == 3
                && shape[0] == given[0]
                && shape[1] == given[2]
                && shape[2] == given[1];
    }

    int integer(int index) {
        return (int) ((DynamicCustomOp) function).iArgs()[index];
    }

    boolean flag(int index) {
        return ((DynamicCustomOp) function).bArgs()[index];
    }

    /** The number that a scalar operation has besides its input. */
    double scalar() {
        return ((BaseScalarOp) function).scalar().getDouble(0);
    }

    long[] integers() {
        return ((DynamicCustomOp) function).iArgs();
    }

    /** The shape of one example's result. */
    long[] example() {
        return java.util.Arrays.copyOfRange(shape, 1, shape.length);
    }
}
