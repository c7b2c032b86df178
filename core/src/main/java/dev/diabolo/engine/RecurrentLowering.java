package dev.diabolo.engine;

import dev.diabolo.engine.Node.Factors;
import dev.diabolo.engine.compute.CellShape;
import dev.diabolo.engine.compute.LstmBackward;
import dev.diabolo.engine.compute.LstmForward;
import dev.diabolo.engine.compute.SequenceOrder;
import dev.diabolo.engine.compute.StepSum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;

/**
 * Translates recurrent layers to a product with the input of all steps, a kernel that goes through the steps, and, for
 * gradients, products over all steps.
 *
 * <p>A vector that is repeated for every step is projected once, and gradients with respect to it are summed over the steps
 * before they meet the weights.
 */
final class RecurrentLowering {
    static final Map<String, BiPredicate<RecurrentLowering, Traced>> RULES =
            Map.of("lstmLayer", RecurrentLowering::forward, "lstmLayer_bp", RecurrentLowering::backward);

    /** Positions among the integers and flags of {@code lstmLayer}, and their values for what we compute. */
    private static final long[] FORWARD_WITH_USUAL_ACTIVATIONS = {0, 2, 0, 0};

    private static final List<Boolean> BIAS_ONLY = List.of(true, false, false, false, false);

    private static final long FORMAT_NTS = 1;
    private static final long FORMAT_NST = 2;
    private static final int GATES = 4;

    private final Lowering lowering;
    private final Sequences sequences;
    private final Map<List<Object>, Layer> layers = new HashMap<>();

    /** A layer's forward pass, for its backward pass. */
    private record Layer(
            Value recurrent,
            Value weight,
            Sequences.Sequence input,
            Value gates,
            Value cells,
            Value squashed,
            Value previous,
            int units) {}

    RecurrentLowering(Lowering lowering, Sequences sequences) {
        this.lowering = lowering;
        this.sequences = sequences;
    }

    /** Whether an operation goes through time step by step. */
    static boolean isRecurrent(String operation) {
        return operation.equals("lstmLayer");
    }

    // --- Long short-term memory

    private static boolean isUsual(Traced t) {
        DynamicCustomOp operation = (DynamicCustomOp) t.function();
        long[] integers = operation.iArgs();
        boolean[] flags = operation.bArgs();
        boolean biasOnly = flags.length == 8;
        for (int i = 0; biasOnly && i < BIAS_ONLY.size(); i++) {
            biasOnly = flags[i] == BIAS_ONLY.get(i);
        }
        return biasOnly
                && !flags[7]
                && (integers[0] == FORMAT_NTS || integers[0] == FORMAT_NST)
                && Arrays.equals(Arrays.copyOfRange(integers, 1, 5), FORWARD_WITH_USUAL_ACTIVATIONS)
                && operation.tArgs()[0] == 0;
    }

    private static SequenceOrder order(Traced t) {
        long format = ((DynamicCustomOp) t.function()).iArgs()[0];
        return format == FORMAT_NTS ? SequenceOrder.WIDTH_LAST : SequenceOrder.TIME_LAST;
    }

    private static boolean givesSequence(Traced t) {
        return ((DynamicCustomOp) t.function()).bArgs()[5];
    }

    private static boolean givesLast(Traced t) {
        return ((DynamicCustomOp) t.function()).bArgs()[6];
    }

    private boolean forward(Traced t) {
        if (!isUsual(t) || t.inputs()[0].size(0) != lowering.examples()) {
            return false;
        }
        sequences.wantBySteps();
        States states = states(t);
        layers.put(key(t), layer(t, states));
        SequenceOrder order = order(t);
        int output = 0;
        if (givesSequence(t)) {
            sequences.define(t.outputNames().get(0), t.results()[0], order, units(t), time(t), states.all);
            output = 1;
        }
        if (givesLast(t)) {
            lowering.define(t.outputNames().get(output), states.last);
        }
        return true;
    }

    /** Where a layer's states go. */
    private record States(Value all, Value last) {}

    private States states(Traced t) {
        int n = lowering.examples();
        return new States(
                new Value(lowering.floats(n * time(t), units(t)), true), new Value(lowering.floats(n, units(t)), true));
    }

    private static int units(Traced t) {
        return (int) t.inputs()[2].size(0);
    }

    private static int time(Traced t) {
        return (int) t.inputs()[0].size(order(t) == SequenceOrder.WIDTH_LAST ? 1 : 2);
    }

    private List<Object> key(Traced t) {
        List<Object> key = new ArrayList<>(List.of(order(t)));
        t.inputNames().subList(0, GATES).forEach(name -> key.add(lowering.root(name)));
        return key;
    }

    private Layer layer(Traced t, States states) {
        int n = lowering.examples();
        int units = units(t);
        int time = time(t);
        int columns = GATES * units;
        int width = (int) t.inputs()[1].size(0);
        Sequences.Sequence input = sequences.sequence(t, 0, order(t), width, time);
        Value weight = lowering.realised(t, 1);
        Value recurrent = lowering.realised(t, 2);
        Value bias = lowering.realised(t, 3);
        Value projected = input.repeated() == null
                ? product(input.bySteps(), false, weight, false, width, n * time, columns)
                : product(input.repeated(), false, weight, false, width, n, columns);
        // The gates' values take the place of their arguments, as their gradients will.
        Value gates =
                new Value(input.repeated() == null ? projected.array() : lowering.floats(n * time, columns), true);
        Value cells = new Value(lowering.floats(n * time, units), true);
        Value squashed = new Value(lowering.floats(n * time, units), true);
        Value previous = new Value(lowering.zeros(n * time, units), true);
        boolean constant = input.repeated() != null;
        lowering.emit(new Node.ByExample(
                List.of(projected, recurrent, bias),
                List.of(gates, cells, squashed, previous, states.all, states.last),
                (memory, starts) -> new LstmForward(
                        new CellShape(units, time, starts),
                        new LstmForward.Memories(
                                constant ? memory.of(projected) : null,
                                memory.of(recurrent),
                                memory.of(bias),
                                memory.of(gates),
                                memory.of(cells),
                                memory.ifRead(squashed),
                                memory.of(previous),
                                memory.ifRead(states.all),
                                memory.ifRead(states.last)))));
        return new Layer(recurrent, weight, input, gates, cells, squashed, previous, units);
    }

    private Value product(Value a, boolean transposeA, Value b, boolean transposeB, int inner, int rows, int columns) {
        return product(a, transposeA, b, transposeB, inner, lowering.floats(rows, columns));
    }

    private Value product(Value a, boolean transposeA, Value b, boolean transposeB, int inner, INDArray array) {
        Value output = new Value(array, a.batch() && !transposeA);
        List<Factors> factors = List.of(new Factors(a, transposeA, b, transposeB, inner));
        lowering.emit(new Node.Product(factors, (int) array.size(0), (int) array.size(1), output));
        return output;
    }

    private boolean backward(Traced t) {
        if (!isUsual(t) || t.inputs()[0].size(0) != lowering.examples()) {
            return false;
        }
        sequences.wantBySteps();
        // The gradients take the place of the gates' values, so that a second backward pass needs a forward pass of its
        // own.
        Layer layer = layers.remove(key(t));
        if (layer == null) {
            layer = layer(t, states(t));
        }
        int time = time(t);
        Value arguments = argumentGradients(t, layer, time);
        inputGradients(t, layer, arguments, time);
        return true;
    }

    private Value argumentGradients(Traced t, Layer layer, int time) {
        int n = lowering.examples();
        int units = layer.units;
        Value states = givesSequence(t)
                ? sequences.sequence(t, GATES, order(t), units, time).bySteps()
                : null;
        Value last = givesLast(t) ? lowering.realised(t, givesSequence(t) ? GATES + 1 : GATES) : null;
        Value arguments = new Value(layer.gates.array(), true);
        Value carriedState = new Value(lowering.floats(n, units), true);
        Value carriedCell = new Value(lowering.floats(n, units), true);
        List<Value> inputs = new ArrayList<>(List.of(layer.recurrent, layer.gates, layer.cells, layer.squashed));
        if (states != null) {
            inputs.add(states);
        }
        if (last != null) {
            inputs.add(last);
        }
        lowering.emit(new Node.ByExample(
                inputs,
                List.of(arguments, carriedState, carriedCell),
                (memory, starts) -> new LstmBackward(
                        new CellShape(units, time, starts),
                        new LstmBackward.Memories(
                                memory.of(layer.recurrent),
                                memory.of(layer.gates),
                                memory.of(layer.cells),
                                memory.of(layer.squashed),
                                states == null ? null : memory.of(states),
                                last == null ? null : memory.of(last),
                                memory.of(carriedState),
                                memory.of(carriedCell)))));
        return arguments;
    }

    private void inputGradients(Traced t, Layer layer, Value arguments, int time) {
        int n = lowering.examples();
        int columns = GATES * layer.units;
        Value input = layer.input.repeated();
        Value gradient = arguments;
        int rows = n * time;
        if (input == null) {
            input = layer.input.bySteps();
        } else {
            gradient = stepSum(arguments, columns, time);
            rows = n;
        }
        int width = layer.input.width();
        Value ofInput = product(arguments, false, layer.weight, true, columns, n * time, width);
        Sequences.Sequence sequence =
                sequences.define(t.outputNames().get(0), t.results()[0], order(t), width, time, ofInput);
        if (layer.input.repeated() != null) {
            sequence.sumIs(product(gradient, false, layer.weight, true, columns, n, width));
        }
        lowering.define(t.outputNames().get(1), product(input, true, gradient, false, rows, t.results()[1]));
        lowering.define(
                t.outputNames().get(2), product(layer.previous, true, arguments, false, n * time, t.results()[2]));
        Value bias = new Value(t.results()[3], false);
        lowering.emit(new Node.ColumnSum(gradient, rows, 1, bias));
        lowering.define(t.outputNames().get(3), bias);
    }

    private Value stepSum(Value bySteps, int width, int time) {
        Value sum = new Value(lowering.floats(lowering.examples(), width), true);
        lowering.emit(new Node.ByExample(
                List.of(bySteps),
                List.of(sum),
                (memory, starts) ->
                        new StepSum(memory.of(bySteps), memory.of(sum), new CellShape(width, time, starts))));
        return sum;
    }
}
