package dev.diabolo.engine;

import dev.diabolo.engine.Node.Element;
import dev.diabolo.engine.Node.Factors;
import dev.diabolo.engine.Node.Operand;
import dev.diabolo.engine.compute.ElementFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.BaseReduceOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.ScalarOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Translates operations of ND4J to nodes that have kernels of ours; the others stay as they are. Equal nodes are computed
 * once, and gradients of a few functions use the function's value where it is there.
 */
final class Lowering {
    private static final Set<String> KNOWN = Set.of(
            "xw_plus_b",
            "matmul",
            "add",
            "subtract",
            "multiply",
            "divide",
            "add_scalar",
            "sub_scalar",
            "mul_scalar",
            "div_scalar",
            "rsub_scalar",
            "rdiv_scalar",
            "greaterthanorequal_scalar",
            "cast",
            "relu",
            "thresholdedrelu_bp",
            "sigmoid",
            "tanh",
            "sigmoid_bp",
            "tanh_bp",
            "exp",
            "log",
            "log1p",
            "abs",
            "neg",
            "sign",
            "square",
            "sqrt",
            "add_bp",
            "subtract_bp",
            "multiply_bp",
            "reduce_sum",
            "reduce_mean",
            "reduce_sum_bp",
            "reduce_mean_bp");

    private final UnaryOperator<String> root;
    private final Set<String> constants;
    private final Set<String> ofBatch;
    private final Map<String, Value> values = new HashMap<>();
    private final Map<List<Object>, Value> known = new HashMap<>();
    private final Map<String, INDArray> arrays;
    private final List<Node> nodes = new ArrayList<>();
    private final List<INDArray> owned;
    private final int examples;
    private final ConvolutionLowering convolutions;
    private final Sequences sequences = new Sequences(this);
    private final RecurrentLowering recurrent = new RecurrentLowering(this, sequences);

    /**
     * @param root the name under which a reshaped or renamed variable's memory is known
     * @param arrays of the names before any operation, by root
     * @param constants names whose arrays never change
     * @param ofBatch names whose rows are the examples of the batch
     * @param examples in the batch
     * @param pieces into which stages by examples are cut
     * @param owned receives arrays made here
     */
    Lowering(
            UnaryOperator<String> root,
            Map<String, INDArray> arrays,
            Set<String> constants,
            Set<String> ofBatch,
            int examples,
            int pieces,
            List<INDArray> owned) {
        this.examples = examples;
        this.convolutions = new ConvolutionLowering(this, examples, pieces);
        this.root = root;
        this.arrays = arrays;
        this.constants = constants;
        this.ofBatch = ofBatch;
        this.owned = owned;
    }

    /** Whether graphs are lowered; {@code -Ddiabolo.lowering=off} runs ND4J's operations instead, to compare. */
    static boolean isOn() {
        return !"off".equals(System.getProperty("diabolo.lowering"));
    }

    /** Whether an operation has kernels of ours, for usual shapes. */
    static boolean knows(DifferentialFunction operation) {
        String name = operation.opName();
        return KNOWN.contains(name)
                || Sequences.KNOWN.contains(name)
                || RecurrentLowering.KNOWN.contains(name)
                || ConvolutionLowering.knows(operation);
    }

    List<Node> nodes() {
        return nodes;
    }

    /**
     * Adds operations.
     *
     * @param wanted the variables that are computed for
     */
    void addAll(List<Traced> operations, Collection<String> wanted) {
        Set<String> seen = new HashSet<>();
        wanted.forEach(name -> seen.add(root.apply(name)));
        for (Traced operation : operations) {
            if (!isCastToFloat(operation)) {
                operation.inputNames().forEach(name -> seen.add(root.apply(name)));
            }
        }
        for (Traced operation : operations) {
            boolean mask = operation.results()[0].dataType() == DataType.BOOL;
            boolean hidden =
                    mask && !seen.contains(root.apply(operation.outputNames().get(0)));
            if (mask && !hidden || !translate(operation)) {
                replay(operation);
            }
        }
    }

    private static boolean isCastToFloat(Traced operation) {
        return operation.function().opName().equals("cast")
                && operation.inputs()[0].dataType() == DataType.BOOL
                && operation.results()[0].dataType() == DataType.FLOAT;
    }

    /** Makes sure that a variable's values end up in the memory of its own array. */
    Value settle(String name) {
        return inOwnMemory(name);
    }

    // --- Values

    int examples() {
        return examples;
    }

    String root(String name) {
        return root.apply(name);
    }

    Value value(String name) {
        String key = root.apply(name);
        return values.computeIfAbsent(
                key,
                unknown -> constants.contains(key)
                        ? Value.constant(arrays.get(key))
                        : new Value(arrays.get(key), ofBatch.contains(key)));
    }

    void define(String name, Value value) {
        values.put(root.apply(name), value);
    }

    Value fresh(INDArray array, boolean batch) {
        return new Value(array, batch && array.length() % examples == 0);
    }

    private Value inOwnMemory(String name) {
        Value value = value(name);
        INDArray own = arrays.get(root.apply(name));
        if (value.array().data() == own.data()
                && value.array().offset() == own.offset()
                && value.length() == own.length()) {
            return value;
        }
        Value copy = fresh(own, value.batch());
        emit(new Element(ElementFunction.COPY, 0, List.of(new Operand(value, 1)), copy));
        define(name, copy);
        return copy;
    }

    void emit(Node node) {
        node.inputs().forEach(input -> input.used(1));
        node.outputs().forEach(output -> output.producedBy(node));
        nodes.add(node);
    }

    private void replay(Traced operation) {
        List<Value> inputs =
                operation.inputNames().stream().map(this::inOwnMemory).toList();
        List<Value> outputs = new ArrayList<>();
        for (int i = 0; i < operation.results().length; i++) {
            String name = operation.outputNames().get(i);
            Value output = fresh(operation.results()[i], false);
            define(name, output);
            outputs.add(output);
        }
        emit(new Node.Replay(operation.replay(), inputs, outputs));
    }

    // --- Translation

    private boolean translate(Traced t) {
        if (!takesFloats(t)) {
            return false;
        }
        return switch (t.function().opName()) {
            case "xw_plus_b" -> affine(t);
            case "matmul" -> product(t);
            case "add" -> binary(t, ElementFunction.ADD);
            case "subtract" -> binary(t, ElementFunction.SUBTRACT);
            case "multiply" -> binary(t, ElementFunction.MULTIPLY);
            case "divide" -> binary(t, ElementFunction.DIVIDE);
            case "add_scalar" -> constant(t, ElementFunction.ADD_CONSTANT, 1);
            case "sub_scalar" -> constant(t, ElementFunction.ADD_CONSTANT, -1);
            case "mul_scalar" -> constant(t, ElementFunction.MULTIPLY_CONSTANT, 1);
            case "div_scalar" -> constant(t, ElementFunction.DIVIDE_BY_CONSTANT, 1);
            case "rsub_scalar" -> constant(t, ElementFunction.SUBTRACT_FROM_CONSTANT, 1);
            case "rdiv_scalar" -> constant(t, ElementFunction.DIVIDE_CONSTANT, 1);
            case "greaterthanorequal_scalar" -> constant(t, ElementFunction.AT_LEAST_CONSTANT, 1);
            case "cast" -> cast(t);
            case "relu" -> scalar(t) == 0 && constant(t, ElementFunction.MAXIMUM_CONSTANT, 1);
            case "thresholdedrelu_bp" -> gate(t);
            case "sigmoid" -> unary(t, ElementFunction.LOGISTIC);
            case "tanh" -> unary(t, ElementFunction.TANGENT);
            case "sigmoid_bp" -> byValue(t, ElementFunction.LOGISTIC, ElementFunction.LOGISTIC_GRADIENT);
            case "tanh_bp" -> byValue(t, ElementFunction.TANGENT, ElementFunction.TANGENT_GRADIENT);
            case "exp" -> unary(t, ElementFunction.EXPONENTIAL);
            case "log" -> unary(t, ElementFunction.LOGARITHM);
            case "log1p" -> unary(t, logarithmOfOnePlus(t));
            case "abs" -> unary(t, ElementFunction.ABSOLUTE);
            case "neg" -> unary(t, ElementFunction.NEGATE);
            case "sign" -> unary(t, ElementFunction.SIGN);
            case "square" -> unary(t, ElementFunction.SQUARE);
            case "sqrt" -> unary(t, ElementFunction.SQUARE_ROOT);
            case "add_bp" -> sameLengths(t) && gradients(t, gradient(t), gradient(t));
            case "subtract_bp" -> sameLengths(t) && gradients(t, gradient(t), negated(t));
            case "multiply_bp" -> sameLengths(t) && gradients(t, timesGradient(t, 1), timesGradient(t, 0));
            case "reduce_sum", "reduce_mean" -> reduction(t, (BaseReduceOp) t.function());
            case "reduce_sum_bp", "reduce_mean_bp" -> reductionGradient(t);
            default -> convolutions.translate(t) || sequences.translate(t) || recurrent.translate(t);
        };
    }

    /**
     * Whether we can compute with the inputs: floats, axes of a reduction, and booleans that a comparison of ours made, which are
     * kept as floats.
     */
    private boolean takesFloats(Traced t) {
        boolean first = isFloat(t, 0);
        boolean axes = t.function() instanceof BaseReduceOp;
        return first && (axes || IntStream.range(1, t.inputs().length).allMatch(i -> isFloat(t, i)));
    }

    private boolean isFloat(Traced t, int index) {
        if (t.inputs().length == 0 || t.inputs()[index].dataType() == DataType.FLOAT) {
            return t.inputs().length > 0;
        }
        Value value = values.get(root.apply(t.inputNames().get(index)));
        return value != null && value.array().dataType() == DataType.FLOAT;
    }

    private boolean cast(Traced t) {
        if (t.results()[0].dataType() != DataType.FLOAT) {
            return false;
        }
        define(t.outputNames().get(0), value(t.inputNames().get(0)));
        return true;
    }

    private boolean affine(Traced t) {
        long[] x = t.inputs()[0].shape();
        long[] w = t.inputs()[1].shape();
        if (t.inputs().length != 3 || x.length != 2 || w.length != 2 || x[1] != w[0]) {
            return false;
        }
        Value bySteps = sequences.rowsBySteps(t, 0);
        INDArray array = bySteps == null ? t.results()[0] : floats(t.results()[0].shape());
        Value a = bySteps == null ? realised(t, 0) : bySteps;
        Value b = realised(t, 1);
        // The product and its sum with the bias share memory: the sum reads each value before it writes it.
        Value product = fresh(array, a.batch());
        List<Factors> factors = List.of(new Factors(a, false, b, false, (int) x[1]));
        emit(new Node.Product(factors, (int) x[0], (int) w[1], product));
        Operand bias = operand(t, 2, t.results()[0].shape());
        Value sum = element(ElementFunction.ADD, 0, List.of(new Operand(product, 1), bias), array);
        if (bySteps == null) {
            define(t, sum);
        } else {
            sequences.defineRows(t, 0, sum);
        }
        return true;
    }

    private boolean product(Traced t) {
        DynamicCustomOp operation = (DynamicCustomOp) t.function();
        long[] a = t.inputs()[0].shape();
        long[] b = t.inputs()[1].shape();
        long[] flags = operation.iArgs();
        boolean plain = a.length == 2
                && b.length == 2
                && (flags.length < 3 || flags[2] == 0)
                && (operation.tArgs().length < 2
                        || operation.tArgs()[0] == 1 && operation.tArgs()[1] == 0);
        if (!plain) {
            return false;
        }
        boolean transposeA = flags.length > 0 && flags[0] != 0;
        boolean transposeB = flags.length > 1 && flags[1] != 0;
        int rows = (int) (transposeA ? a[1] : a[0]);
        int inner = (int) (transposeA ? a[0] : a[1]);
        int columns = (int) (transposeB ? b[0] : b[1]);
        Value leftBySteps = sequences.rowsBySteps(t, 0);
        Value rightBySteps = transposeA && !transposeB ? sequences.rowsBySteps(t, 1) : null;
        boolean bySteps = leftBySteps != null && (!transposeA || rightBySteps != null);
        Value left = bySteps ? leftBySteps : realised(t, 0);
        Value right = bySteps && transposeA ? rightBySteps : realised(t, 1);
        boolean ofRows = bySteps && !transposeA;
        INDArray array = ofRows ? floats(t.results()[0].shape()) : t.results()[0];
        Value output = fresh(array, left.batch() && !transposeA && !right.batch());
        emit(new Node.Product(List.of(new Factors(left, transposeA, right, transposeB, inner)), rows, columns, output));
        if (ofRows) {
            sequences.defineRows(t, 0, output);
        } else {
            define(t, output);
        }
        return true;
    }

    /** An input with all its values in memory, where a value that stands for many is kept once. */
    Value realised(Traced t, int index) {
        String name = t.inputNames().get(index);
        return value(name).length() == t.inputs()[index].length() ? value(name) : inOwnMemory(name);
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
        return value(t.inputNames().get(index)).constant();
    }

    private boolean elementwise(Traced t, ElementFunction function, float constant, int... arguments) {
        long[] shape = t.results()[0].shape();
        List<Operand> operands = new ArrayList<>();
        for (int argument : arguments) {
            Operand operand = operand(t, argument, shape);
            if (operand == null) {
                return false;
            }
            operands.add(operand);
        }
        define(t, element(function, constant, operands, t.results()[0]));
        return true;
    }

    private boolean gate(Traced t) {
        if (((DynamicCustomOp) t.function()).tArgs()[0] != 0 || !sameLengths(t)) {
            return false;
        }
        // The value is positive where the argument is, and the argument may then live in a register only.
        Value argument = value(t.inputNames().get(0));
        Value rectified = known.get(key(ElementFunction.MAXIMUM_CONSTANT, 0, List.of(new Operand(argument, 1))));
        Operand positive = new Operand(rectified == null ? argument : rectified, 1);
        define(t, element(ElementFunction.GATE, 0, List.of(positive, gradient(t)), t.results()[0]));
        return true;
    }

    private boolean byValue(Traced t, ElementFunction function, ElementFunction gradient) {
        if (!sameLengths(t)) {
            return false;
        }
        Operand argument = new Operand(value(t.inputNames().get(0)), 1);
        Value value = element(function, 0, List.of(argument), null, t.results()[0]);
        define(t, element(gradient, 0, List.of(new Operand(value, 1), gradient(t)), t.results()[0]));
        return true;
    }

    /** log(1 + exp(-|a|)), as a stable cross-entropy has it, is the logarithm of a number between 1 and 2. */
    private ElementFunction logarithmOfOnePlus(Traced t) {
        Element exponential = producedBy(value(t.inputNames().get(0)), ElementFunction.EXPONENTIAL);
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
        return new Operand(value(t.inputNames().get(t.inputNames().size() - 1)), 1);
    }

    private Operand negated(Traced t) {
        INDArray shape = t.results()[1];
        return new Operand(element(ElementFunction.NEGATE, 0, List.of(gradient(t)), shape), 1);
    }

    private Operand timesGradient(Traced t, int index) {
        Operand factor = new Operand(value(t.inputNames().get(index)), 1);
        INDArray result = t.results()[1 - index];
        Float gradient = constantValue(t, 2);
        return gradient != null
                ? new Operand(element(ElementFunction.MULTIPLY_CONSTANT, gradient, List.of(factor), result), 1)
                : new Operand(element(ElementFunction.MULTIPLY, 0, List.of(gradient(t), factor), result), 1);
    }

    private boolean gradients(Traced t, Operand first, Operand second) {
        define(t.outputNames().get(0), first.value());
        define(t.outputNames().get(1), second.value());
        return true;
    }

    // --- Reductions

    private boolean reduction(Traced t, BaseReduceOp reduce) {
        boolean mean = reduce.opName().equals("reduce_mean");
        if (!mean && !reduce.opName().equals("reduce_sum")) {
            return false;
        }
        long[] shape = t.inputs()[0].shape();
        boolean[] reduced = reduced(shape, reduce.getDimensions());
        int first = IntStream.range(0, shape.length)
                .filter(i -> reduced[i])
                .findFirst()
                .orElse(-1);
        int last =
                IntStream.range(0, shape.length).filter(i -> reduced[i]).max().orElse(-1);
        boolean contiguous = IntStream.rangeClosed(Math.max(0, first), last).allMatch(i -> reduced[i] || shape[i] == 1);
        if (first < 0 || !contiguous) {
            return false;
        }
        int count = (int) t.inputs()[0].length() / (int) t.results()[0].length();
        float factor = mean ? 1f / count : 1f;
        boolean trailing = IntStream.range(last + 1, shape.length).allMatch(i -> shape[i] == 1);
        boolean leading = IntStream.range(0, first).allMatch(i -> shape[i] == 1);
        if (!trailing && !leading) {
            return false;
        }
        Value bySteps = leading && first == 0 && last == 0 ? sequences.rowsBySteps(t, 0) : null;
        Value input = bySteps == null ? realised(t, 0) : bySteps;
        boolean keepsRows = trailing && first > 0 && input.batch();
        Value output = fresh(t.results()[0], keepsRows);
        emit(
                trailing
                        ? new Node.RowSum(input, count, factor, output)
                        : new Node.ColumnSum(input, count, factor, output));
        define(t, output);
        return true;
    }

    private static boolean[] reduced(long[] shape, int[] axes) {
        boolean[] reduced = new boolean[shape.length];
        boolean all = axes == null || axes.length == 0 || axes.length == 1 && axes[0] == Integer.MAX_VALUE;
        for (int i = 0; i < shape.length; i++) {
            reduced[i] = all;
        }
        if (!all) {
            for (int axis : axes) {
                reduced[axis < 0 ? axis + shape.length : axis] = true;
            }
        }
        return reduced;
    }

    private boolean reductionGradient(Traced t) {
        long[] shape = t.inputs()[0].shape();
        int[] axes = Arrays.stream(((DynamicCustomOp) t.function()).iArgs())
                .mapToInt(Math::toIntExact)
                .toArray();
        boolean[] reduced = reduced(shape, axes);
        long[] kept = new long[shape.length];
        long count = 1;
        for (int i = 0; i < shape.length; i++) {
            kept[i] = reduced[i] ? 1 : shape[i];
            count *= reduced[i] ? shape[i] : 1;
        }
        Value gradient = value(t.inputNames().get(1));
        boolean mean = t.function().opName().equals("reduce_mean_bp");
        if (gradient.length() == 1 && !mean) {
            define(t, gradient);
            return true;
        }
        int repeat = gradient.length() == 1 ? 1 : repeat(kept, shape);
        if (repeat == 0) {
            return false;
        }
        ElementFunction function = mean ? ElementFunction.MULTIPLY_CONSTANT : ElementFunction.COPY;
        float factor = mean ? 1f / count : 0;
        boolean batch = value(t.inputNames().get(0)).batch();
        define(t, element(function, factor, List.of(new Operand(gradient, repeat)), batch, t.results()[0]));
        return true;
    }

    // --- Elements

    private void define(Traced t, Value value) {
        define(t.outputNames().get(0), value);
    }

    private @Nullable Operand operand(Traced t, int index, long[] shape) {
        Value value = value(t.inputNames().get(index));
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

    Value element(ElementFunction function, float constant, List<Operand> operands, INDArray array) {
        return element(function, constant, operands, null, array);
    }

    private Value element(
            ElementFunction function, float constant, List<Operand> operands, @Nullable Boolean batch, INDArray array) {
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
        boolean ofBatch = uniform && length % examples == 0
                || batch != null && batch
                || operands.stream().anyMatch(operand -> operand.value().batch() && operand.aligned(length));
        Value value = fresh(array.dataType() == DataType.FLOAT ? array : floats(array.shape()), ofBatch);
        emit(new Element(function, constant, operands, value));
        known.put(key, value);
        return value;
    }

    /** A new array full of zeros. */
    INDArray zeros(long... shape) {
        INDArray array = Nd4j.zeros(DataType.FLOAT, shape);
        owned.add(array);
        return array;
    }

    /** A new array. */
    INDArray floats(long... shape) {
        INDArray array = Nd4j.createUninitialized(DataType.FLOAT, shape, 'c');
        owned.add(array);
        return array;
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
