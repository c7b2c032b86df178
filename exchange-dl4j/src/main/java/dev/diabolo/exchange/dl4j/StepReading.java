package dev.diabolo.exchange.dl4j;

import dev.diabolo.spi.exchange.LinearMap;
import dev.diabolo.spi.exchange.TrainedNetwork;
import dev.diabolo.spi.exchange.TrainedParameter;
import dev.diabolo.spi.graph.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads operations as steps; several that belong together as one. What is no known step is refused by name. */
final class StepReading {
    /** ND4J's names; all with the parameters that the contract's {@link Activation} gives them. */
    private static final Map<String, Activation> ACTIVATIONS = Map.of(
            "relu", Activation.RELU,
            "leakyrelu", Activation.LEAKY_RELU,
            "elu", Activation.ELU,
            "selu", Activation.SELU,
            "gelu", Activation.GELU,
            "swish", Activation.SWISH,
            "sigmoid", Activation.SIGMOID,
            "tanh", Activation.TANH,
            "softplus", Activation.SOFTPLUS);

    /** What {@code lstmLayer} is told by the contract's layer: values by time, forward, usual activations; bias alone. */
    private static final int TIME_IN_THE_MIDDLE = 1;

    private static final int GATES = 4;
    private static final int RETURNS_SEQUENCE = 5;

    private final TrainedNetwork network;
    private final List<Operation> operations;
    private int next;

    private StepReading(TrainedNetwork network) {
        this.network = network;
        this.operations = GraphWalk.of(network);
    }

    /** The steps, in the order in which they are done. */
    static List<Step> of(TrainedNetwork network) {
        StepReading reading = new StepReading(network);
        List<Step> steps = new ArrayList<>();
        while (reading.next < reading.operations.size()) {
            steps.add(reading.step());
        }
        return steps;
    }

    private Step step() {
        Operation first = operations.get(next);
        if (first.swapsTime() && ahead(1, "lstmLayer")) {
            return lstm();
        }
        if (first.swapsTime() && ahead(1, "reshape") && ahead(2, "xw_plus_b") && ahead(3, "reshape") && swapsAhead(4)) {
            Step.Dense dense = dense(operations.get(next + 2), true);
            next += 5;
            return dense;
        }
        if (first.is("reshape") && ahead(1, "tile") && repeats(operations.get(next + 1))) {
            next += 2;
            return new Step.Repeat((int) operations.get(next - 1).shape()[2]);
        }
        next++;
        return single(first);
    }

    private boolean ahead(int distance, String name) {
        return next + distance < operations.size()
                && operations.get(next + distance).is(name);
    }

    private boolean swapsAhead(int distance) {
        return next + distance < operations.size()
                && operations.get(next + distance).swapsTime();
    }

    private static boolean repeats(Operation tile) {
        return tile.given().length == 3
                && tile.given()[2] == 1
                && tile.shape()[0] == tile.given()[0]
                && tile.shape()[1] == tile.given()[1];
    }

    private Step lstm() {
        Operation layer = operations.get(next + 1);
        boolean sequence = layer.flag(RETURNS_SEQUENCE);
        boolean forward = layer.integer(0) == TIME_IN_THE_MIDDLE && layer.integer(1) == 0;
        if (!forward || sequence && !swapsAhead(2) || layer.inputs().size() != 4) {
            throw refused("its LSTM layer is of another kind than Deeplearning4j's", layer);
        }
        TrainedParameter weight = parameter(layer, 1);
        TrainedParameter recurrent = parameter(layer, 2);
        next += sequence ? 3 : 2;
        return new Step.Lstm(
                sequence,
                (int) weight.shape()[0],
                (int) weight.shape()[1] / GATES,
                weight.values(),
                recurrent.values(),
                parameter(layer, 3).values());
    }

    private Step single(Operation operation) {
        Activation activation = ACTIVATIONS.get(operation.function().opName());
        if (activation != null) {
            return new Step.Activate(activation);
        }
        return switch (operation.function().opName()) {
            case "xw_plus_b" -> dense(operation, false);
            case "matmul" -> product(operation);
            case "conv2d", "deconv2d" -> convolution(operation);
            case "upsampling2d" -> new Step.Enlarge(operation.integer(0), operation.integer(1));
            case "slice" -> crop(operation);
            case "reshape" -> reshape(operation);
            case "mul_scalar" -> new Step.Scale(new LinearMap(operation.scalar(), 0));
            case "add_scalar" -> new Step.Scale(new LinearMap(1, operation.scalar()));
            default ->
                throw refused(
                        "no layer here does the operation '"
                                + operation.function().opName() + "'",
                        operation);
        };
    }

    private Step reshape(Operation operation) {
        if (operation.shape()[0] != GraphWalk.BATCH) {
            throw refused("values of several examples are mixed", operation);
        }
        return new Step.Reshape(operation.example());
    }

    private Step crop(Operation operation) {
        if (operation.shape().length != 4 || operation.shape()[1] != operation.given()[1]) {
            throw refused("a part is taken of what are no images", operation);
        }
        return new Step.Crop((int) operation.shape()[2], (int) operation.shape()[3]);
    }

    private Step.Dense dense(Operation operation, boolean overTime) {
        TrainedParameter weight = parameter(operation, 1);
        return new Step.Dense(
                overTime,
                (int) weight.shape()[0],
                (int) weight.shape()[1],
                weight.values(),
                parameter(operation, 2).values());
    }

    /** A product with a matrix, of which the transpose may be meant; with the bias that may be added next. */
    private Step product(Operation operation) {
        TrainedParameter matrix = parameter(operation, 1);
        long[] flags = operation.integers();
        if (flags.length > 0 && flags[0] != 0 || operation.given().length != 2) {
            throw refused("the operation 'matmul' is no product of rows with a matrix", operation);
        }
        boolean transposed = flags.length > 1 && flags[1] != 0;
        int in = (int) matrix.shape()[transposed ? 1 : 0];
        int out = (int) matrix.shape()[transposed ? 0 : 1];
        float[] weight = transposed ? transpose(matrix.values(), out, in) : matrix.values();
        return new Step.Dense(false, in, out, weight, addedBias(out));
    }

    /** What is added to each row next; zeros where nothing is. */
    private float[] addedBias(int out) {
        if (ahead(0, "add")) {
            @Nullable
            TrainedParameter bias = operations.get(next).inputs().stream()
                    .map(network.parameters()::get)
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            if (bias != null && bias.values().length == out) {
                next++;
                return bias.values();
            }
        }
        return new float[out];
    }

    private static float[] transpose(float[] values, int rows, int columns) {
        float[] transposed = new float[values.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                transposed[column * rows + row] = values[row * columns + column];
            }
        }
        return transposed;
    }

    private Step convolution(Operation operation) {
        TrainedParameter weight = parameter(operation, 1);
        boolean transposed = operation.is("deconv2d");
        int in = (int) operation.given()[1];
        int out = (int) operation.shape()[1];
        return new Step.Convolve(
                transposed,
                new int[] {(int) weight.shape()[0], (int) weight.shape()[1]},
                new int[] {operation.integer(2), operation.integer(3)},
                new int[] {operation.integer(4), operation.integer(5)},
                operation.integer(8) == 1,
                in,
                out,
                weight.values(),
                operation.inputs().size() > 2 ? parameter(operation, 2).values() : new float[out]);
    }

    private TrainedParameter parameter(Operation operation, int input) {
        String name = operation.inputs().get(input);
        TrainedParameter parameter = network.parameters().get(name);
        if (parameter == null) {
            throw GraphWalk.refused(network, "a weight or bias is computed, not a parameter of its own", name);
        }
        return parameter;
    }

    private RuntimeException refused(String what, Operation operation) {
        return GraphWalk.refused(network, what, operation.variable());
    }
}
