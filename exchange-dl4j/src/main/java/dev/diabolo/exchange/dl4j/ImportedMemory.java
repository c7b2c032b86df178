package dev.diabolo.exchange.dl4j;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMDataFormat;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.config.LSTMLayerConfig;
import org.nd4j.linalg.api.ops.impl.layers.recurrent.weights.LSTMLayerWeights;

/**
 * Long short-term memory over sequences {@code [features, time]}: {@code lstm-4-8-all}, or {@code last} for the last state alone.
 *
 * @param in features
 * @param units of the memory
 * @param last whether the last state is the result; else all are
 */
record ImportedMemory(int in, int units, boolean last) implements NetworkLayer {
    static final String NAME = "lstm";
    private static final String LAST = "last";
    private static final String ALL = "all";

    static Optional<ImportedMemory> of(String text) {
        String[] parts = text.split("-", 3);
        ImportedMemory layer =
                new ImportedMemory(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), parts[2].equals(LAST));
        return layer.isPossible() && (layer.last || parts[2].equals(ALL)) ? Optional.of(layer) : Optional.empty();
    }

    /** ND4J's layer has at least 2 units. */
    boolean isPossible() {
        return NetworkLayer.mayHave(in, units)
                && units >= 2
                && LstmGates.COUNT * (long) units * Math.max(in, units) <= Integer.MAX_VALUE;
    }

    @Override
    public Optional<TensorSpec> result(TensorSpec given) {
        if (given.rank() != 2 || given.dimension(0) != in) {
            return Optional.empty();
        }
        return Optional.of(last ? TensorSpec.of(units) : TensorSpec.of(units, given.dimension(1)));
    }

    @Override
    public String takes() {
        return "sequences of " + in + " feature" + (in == 1 ? "" : "s");
    }

    @Override
    public List<Part> parts() {
        long gates = (long) LstmGates.COUNT * units;
        return List.of(
                new Part("weight", WeightInitialisation.GLOROT_UNIFORM.initialiser(in, units), in, gates),
                new Part(
                        "recurrent-weight",
                        WeightInitialisation.GLOROT_UNIFORM.initialiser(units, units),
                        units,
                        gates),
                new Part("bias", Initialiser.zeros(), gates));
    }

    @Override
    public Tensor apply(GraphScope scope, Tensor given, List<SDVariable> arrays) {
        LSTMLayerWeights weights = LSTMLayerWeights.builder()
                .weights(arrays.get(0))
                .rWeights(arrays.get(1))
                .bias(arrays.get(2))
                .build();
        LSTMLayerConfig configuration = LSTMLayerConfig.builder()
                .lstmdataformat(LSTMDataFormat.NTS)
                .retFullSequence(!last)
                .retLastH(last)
                .build();
        SDVariable steps = given.variable().permute(0, 2, 1);
        SDVariable states = scope.graph().rnn().lstmLayer(steps, weights, configuration)[0];
        return new Tensor(
                last ? states : states.permute(0, 2, 1), result(given.spec()).orElseThrow());
    }

    @Override
    public long parameters(boolean hasBias) {
        return (long) LstmGates.COUNT * units * (in + units + 1L);
    }

    /** Theirs: both weights in column-major order, and then a bias; with the gates in their order. */
    @Override
    public List<float[]> read(Coefficients from, boolean hasBias) throws IOException {
        int gates = LstmGates.COUNT * units;
        float[] weight = NetworkLayer.rowMajor(from.next(in * gates), in, gates);
        float[] recurrent = NetworkLayer.rowMajor(from.next(units * gates), units, gates);
        return List.of(
                LstmGates.ours(weight, units),
                LstmGates.ours(recurrent, units),
                LstmGates.ours(from.next(gates), units));
    }

    @Override
    public String toString() {
        return NAME + "-" + in + "-" + units + "-" + (last ? LAST : ALL);
    }
}
