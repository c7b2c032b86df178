package dev.diabolo.engine;

import dev.diabolo.engine.Node.Element;
import dev.diabolo.engine.Node.Operand;
import dev.diabolo.engine.compute.ElementFunction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.BaseReduceOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Translates operations of ND4J to nodes that have kernels of ours; the others stay as they are. Each family of operations
 * has its rules by the operation's name.
 */
final class Lowering {
    private final UnaryOperator<String> root;
    private final Set<String> constants;
    private final Set<String> ofBatch;
    private final Map<String, Value> values = new HashMap<>();
    private final Map<String, INDArray> arrays;
    private final Map<String, INDArray> given;
    private final List<Node> nodes = new ArrayList<>();
    private final List<INDArray> working = new ArrayList<>();
    private final List<INDArray> owned;
    private final int examples;
    private final Elements elements = new Elements(this);
    private final Sequences sequences = new Sequences(this);
    private final ElementLowering functions = new ElementLowering(this, elements);
    private final ProductLowering products = new ProductLowering(this, elements, sequences);
    private final ReductionLowering reductions = new ReductionLowering(this, elements, sequences);
    private final RowLowering rows = new RowLowering(this);
    private final RecurrentLowering recurrent = new RecurrentLowering(this, sequences);
    private final ConvolutionLowering convolutions;

    /**
     * @param root the name under which a reshaped or renamed variable's memory is known
     * @param arrays of the names before any operation, by root
     * @param given for some of the names, by root, an array that already has its values
     * @param constants names whose arrays never change
     * @param ofBatch names whose rows are the examples of the batch
     * @param examples in the batch
     * @param pieces into which stages by examples are cut
     * @param owned receives arrays made here
     */
    Lowering(
            UnaryOperator<String> root,
            Map<String, INDArray> arrays,
            Map<String, INDArray> given,
            Set<String> constants,
            Set<String> ofBatch,
            int examples,
            int pieces,
            List<INDArray> owned) {
        this.examples = examples;
        this.convolutions = new ConvolutionLowering(this, elements, examples, pieces);
        this.root = root;
        this.arrays = arrays;
        this.given = given;
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
        return ElementLowering.RULES.containsKey(name)
                || ProductLowering.RULES.containsKey(name)
                || ReductionLowering.RULES.containsKey(name)
                || Sequences.RULES.containsKey(name)
                || RowLowering.RULES.containsKey(name)
                || RecurrentLowering.RULES.containsKey(name)
                || ConvolutionLowering.knows(operation);
    }

    List<Node> nodes() {
        return nodes;
    }

    /** Arrays made here whose contents need not last from one run to the next. */
    List<INDArray> working() {
        return working;
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
        String key = root.apply(name);
        INDArray there = given.get(key);
        if (there != null && value.producer() != null && value.length() == there.length()) {
            value.given(there);
        }
        values.put(key, value);
    }

    /** Defines the only or first result of an operation. */
    void define(Traced t, Value value) {
        define(t.outputNames().get(0), value);
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
        return takesFloats(t)
                && (apply(ElementLowering.RULES, functions, t)
                        || apply(ProductLowering.RULES, products, t)
                        || apply(ReductionLowering.RULES, reductions, t)
                        || apply(Sequences.RULES, sequences, t)
                        || apply(RowLowering.RULES, rows, t)
                        || apply(RecurrentLowering.RULES, recurrent, t)
                        || convolutions.translate(t));
    }

    private static <L> boolean apply(Map<String, BiPredicate<L, Traced>> rules, L family, Traced t) {
        BiPredicate<L, Traced> rule = rules.get(t.function().opName());
        return rule != null && rule.test(family, t);
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

    /** An input with all its values in memory, where a value that stands for many is kept once. */
    Value realised(Traced t, int index) {
        String name = t.inputNames().get(index);
        return value(name).length() == t.inputs()[index].length() ? value(name) : inOwnMemory(name);
    }

    /** A new array, full of zeros where nobody ever writes. */
    INDArray zeros(long... shape) {
        INDArray array = Nd4j.zeros(DataType.FLOAT, shape);
        owned.add(array);
        return array;
    }

    /** A new array for what one node writes and others read in the same run. */
    INDArray floats(long... shape) {
        INDArray array = Nd4j.createUninitialized(DataType.FLOAT, shape, 'c');
        owned.add(array);
        working.add(array);
        return array;
    }
}
