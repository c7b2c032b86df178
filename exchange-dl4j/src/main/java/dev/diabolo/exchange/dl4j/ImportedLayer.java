package dev.diabolo.exchange.dl4j;

import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * A fully connected layer: {@code 784-128-relu}.
 *
 * @param in its inputs, at least 1
 * @param out its outputs, at least 1
 * @param activation of its outputs
 */
record ImportedLayer(int in, int out, Activation activation) implements NetworkLayer {
    static Optional<ImportedLayer> of(String text) {
        String[] parts = text.split("-", 3);
        ImportedLayer layer = new ImportedLayer(
                Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), NetworkLayer.activation(parts[2]));
        return NetworkLayer.mayHave(layer.in, layer.out) ? Optional.of(layer) : Optional.empty();
    }

    @Override
    public Optional<TensorSpec> result(TensorSpec given) {
        return given.size() == in ? Optional.of(TensorSpec.of(out)) : Optional.empty();
    }

    @Override
    public String takes() {
        return in + " values";
    }

    @Override
    public List<Part> parts() {
        return List.of(
                new Part("weight", WeightInitialisation.GLOROT_UNIFORM.initialiser(in, out), in, out),
                new Part("bias", Initialiser.zeros(), out));
    }

    @Override
    public Tensor apply(GraphScope scope, Tensor given, List<SDVariable> arrays) {
        SDVariable values = scope.graph().nn().linear(given.flat().variable(), arrays.get(0), arrays.get(1));
        return new Tensor(activation.apply(values), TensorSpec.of(out));
    }

    @Override
    public long parameters(boolean hasBias) {
        return (long) in * out + (hasBias ? out : 0);
    }

    /** Theirs: a weight in column-major order and then a bias. */
    @Override
    public List<float[]> read(Coefficients from, boolean hasBias) throws IOException {
        float[] weight = NetworkLayer.rowMajor(from.next(Math.toIntExact((long) in * out)), in, out);
        return List.of(weight, hasBias ? from.next(out) : new float[out]);
    }

    @Override
    public String toString() {
        return in + "-" + out + "-" + NetworkLayer.name(activation);
    }
}
