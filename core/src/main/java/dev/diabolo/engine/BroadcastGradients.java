package dev.diabolo.engine;

import dev.diabolo.engine.Node.Operand;
import dev.diabolo.engine.compute.ElementFunction;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Gradients of sums, differences and products of which one side was repeated to the other's shape, such as a number for each
 * channel: that side's gradient is summed over the places that it stands for, first those next to each other, then those of
 * all examples.
 */
final class BroadcastGradients {
    private final Lowering lowering;
    private final Elements elements;

    /** What is differentiated: (x, y, g) -> (dx, dy). */
    enum Of {
        SUM,
        DIFFERENCE,
        PRODUCT
    }

    BroadcastGradients(Lowering lowering, Elements elements) {
        this.lowering = lowering;
        this.elements = elements;
    }

    boolean gradients(Traced t, Of of) {
        long whole = t.inputs()[2].length();
        int small = t.inputs()[0].length() < whole ? 0 : 1;
        int large = 1 - small;
        if (t.inputs()[large].length() != whole || t.inputs()[small].length() == whole) {
            return false;
        }
        int repeat = t.inputs()[small].length() == 1
                ? (int) whole
                : Elements.repeat(t.inputs()[small].shape(), t.inputs()[2].shape());
        if (repeat == 0) {
            return false;
        }
        Operand gradient = new Operand(lowering.realised(t, 2), 1);
        Operand ofLarge = gradient;
        Operand ofSmall = gradient;
        if (of == Of.PRODUCT) {
            Operand smaller = new Operand(lowering.realised(t, small), repeat);
            Operand larger = new Operand(lowering.realised(t, large), 1);
            ofLarge = product(gradient, smaller, t.results()[large]);
            ofSmall = product(gradient, larger, lowering.floats(t.inputs()[2].shape()));
        } else if (of == Of.DIFFERENCE && small == 0) {
            Value negated = elements.value(ElementFunction.NEGATE, 0, List.of(gradient), t.results()[large]);
            ofLarge = new Operand(negated, 1);
        }
        float sign = of == Of.DIFFERENCE && small == 1 ? -1 : 1;
        lowering.define(t.outputNames().get(large), ofLarge.value());
        lowering.define(t.outputNames().get(small), summed(ofSmall.value(), repeat, sign, t.results()[small]));
        return true;
    }

    private Operand product(Operand gradient, Operand factor, INDArray array) {
        return new Operand(elements.value(ElementFunction.MULTIPLY, 0, List.of(gradient, factor), array), 1);
    }

    private Value summed(Value values, int repeat, float sign, INDArray result) {
        int neighbours = values.length() / repeat;
        int rows = neighbours / (int) result.length();
        if (rows == 1) {
            Value sum = lowering.fresh(result, values.batch());
            lowering.emit(new Node.RowSum(values, repeat, sign, sum));
            return sum;
        }
        Value columns = values;
        if (repeat > 1) {
            columns = lowering.fresh(lowering.floats(neighbours), values.batch());
            lowering.emit(new Node.RowSum(values, repeat, 1, columns));
        }
        Value sum = lowering.fresh(result, false);
        lowering.emit(new Node.ColumnSum(columns, rows, sign, sum));
        return sum;
    }
}
