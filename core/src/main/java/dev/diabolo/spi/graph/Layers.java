package dev.diabolo.spi.graph;

import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMDataFormat;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMLayerConfig;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.weights.LSTMLayerWeights;

/** Layers that many components need, so that each has one implementation. */
public final class Layers {
    /** A memory cell's input, forget and output gates, and its candidate. */
    private static final long GATES = 4;

    private Layers() {}

    /**
     * A fully connected layer without activation.
     *
     * <p><b>Shapes:</b> {@code [batch, n] -> [batch, units]}; inputs of a higher rank are flattened first.
     *
     * <p><b>Formula:</b> {@code x W + b}, with W {@code [n, units]} and b {@code [units]} zero at first.
     *
     * @param scope where {@code weight} and {@code bias} are made, under {@code name}
     * @param units at least 1
     */
    public static Tensor dense(
            GraphScope scope, String name, Tensor input, long units, WeightInitialisation initialisation) {
        Tensor flat = input.flat();
        long width = flat.spec().size();
        GraphScope layer = scope.child(name);
        SDVariable weight = layer.parameter("weight", initialisation.initialiser(width, units), width, units);
        SDVariable bias = layer.parameter("bias", Initialiser.zeros(), units);
        return new Tensor(scope.graph().nn().linear(flat.variable(), weight, bias), TensorSpec.of(units));
    }

    /**
     * Fully connected layers, one behind the other, each with an activation.
     *
     * <p><b>Shapes:</b> {@code [batch, n] -> [batch, last of the widths]}; inputs of a higher rank are flattened first. Without
     * layers, the input as it is.
     *
     * <p><b>Formula:</b> {@code activation(x W + b)} for each; see {@link #dense}.
     *
     * @param scope where the parameters of each are made, under {@code name} and its number: {@code layer-0}
     * @param widths units of each layer
     */
    public static Tensor hidden(
            GraphScope scope,
            String name,
            Tensor input,
            List<Integer> widths,
            Activation activation,
            WeightInitialisation initialisation) {
        Tensor values = input;
        for (int i = 0; i < widths.size(); i++) {
            Tensor layer = dense(scope, name + "-" + i, values, widths.get(i), initialisation);
            values = layer.with(activation.apply(layer.variable()));
        }
        return values;
    }

    /**
     * A fully connected layer without activation and without bias, for what adds or subtracts one of its own.
     *
     * <p><b>Shapes:</b> {@code [batch, n] -> [batch, units]}; inputs of a higher rank are flattened first.
     *
     * <p><b>Formula:</b> {@code x W}, with W {@code [n, units]}.
     *
     * @param scope where {@code weight} is made, under {@code name}
     * @param units at least 1
     */
    public static Tensor linear(
            GraphScope scope, String name, Tensor input, long units, WeightInitialisation initialisation) {
        Tensor flat = input.flat();
        long width = flat.spec().size();
        SDVariable weight =
                scope.child(name).parameter("weight", initialisation.initialiser(width, units), width, units);
        return new Tensor(flat.variable().mmul(weight), TensorSpec.of(units));
    }

    /**
     * A long short-term memory, forward in time, from a zero state.
     *
     * <p><b>Shapes:</b> {@code [batch, features, time] -> [batch, units, time]}, or {@code [batch, units]} where only the last
     * state is wanted.
     *
     * <p><b>Formula:</b> with s the logistic function, {@code i, f, o = s(x W + h U + b)} and {@code g = tanh(x W + h U + b)}, each
     * with columns of its own: {@code c' = f c + i g}, {@code h' = o tanh(c')}.
     *
     * <p><b>Source:</b> Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al. 2000 and without peepholes. Biases
     * are zero at first, that of the forget gate too.
     *
     * @param scope where {@code weight} {@code [features, 4 units]}, {@code recurrent-weight} {@code [units, 4 units]} and
     *     {@code bias} {@code [4 units]} are made, under {@code name}; their columns belong to i, f, g and o, in this order
     * @param units at least 2: ND4J fails with one
     * @param sequence whether the states of all steps are wanted, not only the last
     * @throws IllegalArgumentException where the input is no sequence, or for fewer units
     */
    public static Tensor lstm(
            GraphScope scope,
            String name,
            Tensor input,
            long units,
            WeightInitialisation initialisation,
            boolean sequence) {
        expectSequence(input);
        if (units < 2) {
            throw new IllegalArgumentException("a memory has at least 2 units, not " + units);
        }
        long features = input.spec().dimension(0);
        GraphScope layer = scope.child(name);
        LSTMLayerWeights weights = LSTMLayerWeights.builder()
                .weights(
                        layer.parameter("weight", initialisation.initialiser(features, units), features, GATES * units))
                .rWeights(layer.parameter(
                        "recurrent-weight", initialisation.initialiser(units, units), units, GATES * units))
                .bias(layer.parameter("bias", Initialiser.zeros(), GATES * units))
                .build();
        LSTMLayerConfig configuration = LSTMLayerConfig.builder()
                .lstmdataformat(LSTMDataFormat.NTS)
                .retFullSequence(sequence)
                .retLastH(!sequence)
                .build();
        SDVariable steps = input.variable().permute(0, 2, 1);
        SDVariable states = scope.graph().rnn().lstmLayer(steps, weights, configuration)[0];
        return sequence
                ? new Tensor(
                        states.permute(0, 2, 1),
                        TensorSpec.of(units, input.spec().dimension(1)))
                : new Tensor(states, TensorSpec.of(units));
    }

    /**
     * The same vector at every step of a sequence.
     *
     * <p><b>Shapes:</b> {@code [batch, n] -> [batch, n, time]}; inputs of a higher rank are flattened first.
     *
     * @param time number of steps, at least 1
     */
    public static Tensor repeat(Tensor input, long time) {
        TensorSpec flat = input.spec().flat();
        SDVariable column = input.flat().variable().reshape(-1, flat.size(), 1);
        SDVariable repeated = column.getSameDiff().tile(column, 1, 1, Math.toIntExact(time));
        return new Tensor(repeated, TensorSpec.of(flat.size(), time));
    }

    /**
     * One fully connected layer, without activation, for every step of a sequence.
     *
     * <p><b>Shapes:</b> {@code [batch, features, time] -> [batch, units, time]}.
     *
     * @param scope where {@code weight} {@code [features, units]} and {@code bias} {@code [units]} are made, under {@code name}
     * @param units at least 1
     * @throws IllegalArgumentException where the input is no sequence
     */
    public static Tensor denseOverTime(
            GraphScope scope, String name, Tensor input, long units, WeightInitialisation initialisation) {
        expectSequence(input);
        long features = input.spec().dimension(0);
        long time = input.spec().dimension(1);
        Tensor steps = new Tensor(input.variable().permute(0, 2, 1).reshape(-1, features), TensorSpec.of(features));
        SDVariable values = dense(scope, name, steps, units, initialisation).variable();
        return new Tensor(values.reshape(-1, time, units).permute(0, 2, 1), TensorSpec.of(units, time));
    }

    private static void expectSequence(Tensor input) {
        if (input.spec().rank() != 2) {
            throw new IllegalArgumentException("a sequence has the shape [features, time], not " + input.spec());
        }
    }

    /**
     * Inverted dropout: in training each value is kept with probability {@code 1 - rate} and scaled by its inverse;
     * elsewhere the input itself.
     *
     * @param rate in [0, 1)
     */
    public static Tensor dropout(GraphScope scope, String name, Tensor input, double rate) {
        if (!scope.training() || rate == 0) {
            return input;
        }
        SDVariable uniform = scope.noise(name, NoiseKind.UNIFORM, input.spec()).variable();
        SDVariable kept = uniform.gte(rate).castTo(scope.dataType());
        return input.with(input.variable().mul(kept).mul(1 / (1 - rate)));
    }
}
