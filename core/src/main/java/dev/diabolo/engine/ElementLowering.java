package dev.diabolo.engine;

import dev.diabolo.engine.Node.Element;
import dev.diabolo.engine.Node.Operand;
import dev.diabolo.engine.compute.ElementFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.ScalarOp;

/**
 * Translates element-wise functions and their gradients. Gradients of a few functions use the function's value where it is
 * there.
 */
final class ElementLowering {
    static final Map<String, BiPredicate<ElementLowering, Traced>> RULES = rules();

    private final Lowering lowering;
    private final Elements elements;
    private final BroadcastGradients broadcast;

    ElementLowering(Lowering lowering, Elements elements) {
        this.lowering = lowering;
        this.elements = elements;
        this.broadcast = new BroadcastGradients(lowering, elements);
    }

    private static Map<String, BiPredicate<ElementLowering, Traced>> rules() {
        Map<String, BiPredicate<ElementLowering, Traced>> rules = new HashMap<>();
        rules.put("add", (l, t) -> l.binary(t, ElementFunction.ADD));
        rules.put("subtract", (l, t) -> l.binary(t, ElementFunction.SUBTRACT));
        rules.put("multiply", (l, t) -> l.binary(t, ElementFunction.MULTIPLY));
        rules.put("divide", (l, t) -> l.binary(t, ElementFunction.DIVIDE));
        rules.put("add_scalar", (l, t) -> l.constant(t, ElementFunction.ADD_CONSTANT, 1));
        rules.put("sub_scalar", (l, t) -> l.constant(t, ElementFunction.ADD_CONSTANT, -1));
        rules.put("mul_scalar", (l, t) -> l.constant(t, ElementFunction.MULTIPLY_CONSTANT, 1));
        rules.put("div_scalar", (l, t) -> l.constant(t, ElementFunction.DIVIDE_BY_CONSTANT, 1));
        rules.put("rsub_scalar", (l, t) -> l.constant(t, ElementFunction.SUBTRACT_FROM_CONSTANT, 1));
        rules.put("rdiv_scalar", (l, t) -> l.constant(t, ElementFunction.DIVIDE_CONSTANT, 1));
        rules.put("greaterthanorequal_scalar", (l, t) -> l.atLeast(t, scalar(t)));
        rules.put("greaterthan_scalar", (l, t) -> l.atLeast(t, Math.nextUp(scalar(t))));
        rules.put("lessthanorequal_scalar", (l, t) -> l.atMost(t, scalar(t)));
        rules.put("lessthan_scalar", (l, t) -> l.atMost(t, Math.nextDown(scalar(t))));
        rules.put("relu", (l, t) -> scalar(t) == 0 && l.constant(t, ElementFunction.MAXIMUM_CONSTANT, 1));
        rules.put("pow", ElementLowering::power);
        rules.put(
                "_powderivative",
                (l, t) -> scalar(t) == 2 && l.elementwise(t, ElementFunction.MULTIPLY_CONSTANT, 2, 0));
        rules.put("cast", ElementLowering::cast);
        rules.put("thresholdedrelu_bp", ElementLowering::gate);
        rules.put("sigmoid_bp", (l, t) -> l.byValue(t, ElementFunction.LOGISTIC, ElementFunction.LOGISTIC_GRADIENT));
        rules.put("tanh_bp", (l, t) -> l.byValue(t, ElementFunction.TANGENT, ElementFunction.TANGENT_GRADIENT));
        rules.put("log1p", (l, t) -> l.unary(t, l.logarithmOfOnePlus(t)));
        rules.put(
                "add_bp",
                (l, t) -> sameLengths(t)
                        ? l.gradients(t, l.gradient(t), l.gradient(t))
                        : l.broadcast.gradients(t, BroadcastGradients.Of.SUM));
        rules.put(
                "subtract_bp",
                (l, t) -> sameLengths(t)
                        ? l.gradients(t, l.gradient(t), l.negated(t))
                        : l.broadcast.gradients(t, BroadcastGradients.Of.DIFFERENCE));
        rules.put(
                "multiply_bp",
                (l, t) -> sameLengths(t)
                        ? l.gradients(t, l.timesGradient(t, 1), l.timesGradient(t, 0))
                        : l.broadcast.gradients(t, BroadcastGradients.Of.PRODUCT));
        Map<String, ElementFunction> unary = Map.of(
                "sigmoid", ElementFunction.LOGISTIC,
                "tanh", ElementFunction.TANGENT,
                "exp", ElementFunction.EXPONENTIAL,
                "log", ElementFunction.LOGARITHM,
                "abs", ElementFunction.ABSOLUTE,
                "neg", ElementFunction.NEGATE,
                "sign", ElementFunction.SIGN,
                "square", ElementFunction.SQUARE,
                "sqrt", ElementFunction.SQUARE_ROOT);
        unary.forEach((name, function) -> rules.put(name, (l, t) -> l.unary(t, function)));
        return Map.copyOf(rules);
    }

    private boolean cast(Traced t) {
        if (t.results()[0].dataType() != DataType.FLOAT) {
            return false;
        }
        lowering.define(t, lowering.value(t.inputNames().get(0)));
        return true;
    }

    private boolean atLeast(Traced t, float bound) {
        return elementwise(t, ElementFunction.AT_LEAST_CONSTANT, bound, 0);
    }

    /** As {@code -a >= -bound}, which is false of what is no number, as the comparison is. */
    private boolean atMost(Traced t, float bound) {
        Operand argument = elements.operand(t, 0, t.results()[0].shape());
        if (argument == null) {
            return false;
        }
        INDArray own = lowering.floats(t.results()[0].shape());
        Operand negative = new Operand(elements.value(ElementFunction.NEGATE, 0, List.of(argument), own), 1);
        lowering.define(
                t, elements.value(ElementFunction.AT_LEAST_CONSTANT, -bound, List.of(negative), t.results()[0]));
        return true;
    }

    /** The powers that gradients of roots and squares are made of. */
    private boolean power(Traced t) {
        float exponent = scalar(t);
        if (exponent == 2) {
            return unary(t, ElementFunction.SQUARE);
        }
        if (exponent == -1) {
            return elementwise(t, ElementFunction.DIVIDE_CONSTANT, 1, 0);
        }
        if (exponent != 0.5f && exponent != -0.5f) {
            return false;
        }
        Operand argument = elements.operand(t, 0, t.results()[0].shape());
        if (argument == null) {
            return false;
        }
        if (exponent > 0) {
            return unary(t, ElementFunction.SQUARE_ROOT);
        }
        // The root may be there already, or be asked for later: it has memory of its own.
        INDArray own = lowering.floats(t.results()[0].shape());
        Operand root = new Operand(elements.value(ElementFunction.SQUARE_ROOT, 0, List.of(argument), own), 1);
        lowering.define(t, elements.value(ElementFunction.DIVIDE_CONSTANT, 1, List.of(root), t.results()[0]));
        return true;
    }

    private boolean unary(Traced t, ElementFunction function) {
        return elementwise(t, function, 0, 0);
    }

    private boolean constant(Traced t, ElementFunction function, int sign) {
        return elementwise(t, function, sign * scalar(t), 0);
    }

    private static float scalar(Traced t) {
        return ((ScalarOp) t.function()).scalar().getFloat(0);
    }

    private boolean binary(Traced t, ElementFunction function) {
        Float right = constantValue(t, 1);
        if (right != null) {
            return switch (function) {
                case ADD -> elementwise(t, ElementFunction.ADD_CONSTANT, right, 0);
                case SUBTRACT -> elementwise(t, ElementFunction.ADD_CONSTANT, -right, 0);
                case MULTIPLY -> elementwise(t, ElementFunction.MULTIPLY_CONSTANT, right, 0);
                default -> elementwise(t, ElementFunction.DIVIDE_BY_CONSTANT, right, 0);
            };
        }
        Float left = constantValue(t, 0);
        if (left != null) {
            return switch (function) {
                case ADD -> elementwise(t, ElementFunction.ADD_CONSTANT, left, 1);
                case SUBTRACT -> elementwise(t, ElementFunction.SUBTRACT_FROM_CONSTANT, left, 1);
                case MULTIPLY -> elementwise(t, ElementFunction.MULTIPLY_CONSTANT, left, 1);
                default -> elementwise(t, ElementFunction.DIVIDE_CONSTANT, left, 1);
            };
        }
        return elementwise(t, function, 0, 0, 1);
    }

    private @Nullable Float constantValue(Traced t, int index) {
        return lowering.value(t.inputNames().get(index)).constant();
    }

    private boolean elementwise(Traced t, ElementFunction function, float constant, int... arguments) {
        long[] shape = t.results()[0].shape();
        List<Operand> operands = new ArrayList<>();
        for (int argument : arguments) {
            Operand operand = elements.operand(t, argument, shape);
            if (operand == null) {
                return false;
            }
            operands.add(operand);
        }
        lowering.define(t, elements.value(function, constant, operands, t.results()[0]));
        return true;
    }

    private boolean gate(Traced t) {
        if (((DynamicCustomOp) t.function()).tArgs()[0] != 0 || !sameLengths(t)) {
            return false;
        }
        // The value is positive where the argument is, and the argument may then live in a register only.
        Value argument = lowering.value(t.inputNames().get(0));
        Value rectified = elements.find(ElementFunction.MAXIMUM_CONSTANT, 0, List.of(new Operand(argument, 1)));
        Operand positive = new Operand(rectified == null ? argument : rectified, 1);
        lowering.define(t, elements.value(ElementFunction.GATE, 0, List.of(positive, gradient(t)), t.results()[0]));
        return true;
    }

    private boolean byValue(Traced t, ElementFunction function, ElementFunction gradient) {
        if (!sameLengths(t)) {
            return false;
        }
        Operand argument = new Operand(lowering.value(t.inputNames().get(0)), 1);
        Value value = elements.value(function, 0, List.of(argument), t.results()[0]);
        lowering.define(t, elements.value(gradient, 0, List.of(new Operand(value, 1), gradient(t)), t.results()[0]));
        return true;
    }

    /** log(1 + exp(-|a|)), as a stable cross-entropy has it, is the logarithm of a number between 1 and 2. */
    private ElementFunction logarithmOfOnePlus(Traced t) {
        Element exponential = producedBy(lowering.value(t.inputNames().get(0)), ElementFunction.EXPONENTIAL);
        Element negative = argument(exponential, ElementFunction.NEGATE);
        return argument(negative, ElementFunction.ABSOLUTE) == null
                ? ElementFunction.LOGARITHM_OF_ONE_PLUS
                : ElementFunction.LOGARITHM_OF_ONE_PLUS_FRACTION;
    }

    private static @Nullable Element argument(@Nullable Element of, ElementFunction function) {
        return of == null ? null : producedBy(of.operands().get(0).value(), function);
    }

    private static @Nullable Element producedBy(Value value, ElementFunction function) {
        return value.producer() instanceof Element element && element.function() == function ? element : null;
    }

    // --- Gradients of sums, differences and products: (x, y, g) -> (dx, dy)

    private static boolean sameLengths(Traced t) {
        return Arrays.stream(t.inputs()).mapToLong(INDArray::length).distinct().count() == 1;
    }

    private Operand gradient(Traced t) {
        return new Operand(lowering.value(t.inputNames().get(t.inputNames().size() - 1)), 1);
    }

    private Operand negated(Traced t) {
        INDArray shape = t.results()[1];
        return new Operand(elements.value(ElementFunction.NEGATE, 0, List.of(gradient(t)), shape), 1);
    }

    private Operand timesGradient(Traced t, int index) {
        Operand factor = new Operand(lowering.value(t.inputNames().get(index)), 1);
        INDArray result = t.results()[1 - index];
        Float gradient = constantValue(t, 2);
        return gradient != null
                ? new Operand(elements.value(ElementFunction.MULTIPLY_CONSTANT, gradient, List.of(factor), result), 1)
                : new Operand(elements.value(ElementFunction.MULTIPLY, 0, List.of(gradient(t), factor), result), 1);
    }

    private boolean gradients(Traced t, Operand first, Operand second) {
        lowering.define(t, first.value());
        lowering.define(t.outputNames().get(1), second.value());
        return true;
    }
}
