package dev.diabolo.exchange.dl4j;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/** A layer of a file. Its text, {@link #toString}, is a form that options can hold. */
sealed interface NetworkLayer permits ImportedLayer, ImportedConvolution, ImportedMemory {
    /** As many as layers of our own can have. */
    int MOST_UNITS = 1_000_000;

    /**
     * One array of a layer.
     *
     * @param usual first values where there is only a description of the layer
     */
    record Part(String name, Initialiser usual, long... shape) {}

    /** The layer of a text: {@code 784-128-relu}, {@code conv-3-8-3x3-2x2-1x1-relu}, {@code lstm-4-8-last}. */
    static NetworkLayer parse(String text) {
        try {
            String[] parts = text.split("-", 2);
            Optional<? extends NetworkLayer> layer = switch (parts[0]) {
                case ImportedConvolution.NAME -> ImportedConvolution.of(parts[1]);
                case ImportedMemory.NAME -> ImportedMemory.of(parts[1]);
                default -> ImportedLayer.of(text);
            };
            if (layer.isPresent()) {
                return layer.get();
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException malformed) {
            throw refused(text);
        }
        throw refused(text);
    }

    private static DiaboloException refused(String text) {
        return DiaboloException.user(
                "dl4j.layers",
                Problem.of("'" + text + "' is not a layer")
                        .at("layers")
                        .allowed(
                                "inputs-outputs-activation, such as 784-128-relu;"
                                        + " conv-channels-maps-kernel-stride-padding-activation, such as conv-3-8-3x3-2x2-1x1-relu or"
                                        + " conv-3-8-3x3-2x2-same-relu; lstm-features-units-all or -last, such as lstm-4-8-last")
                        .remedy("leave 'layers' out and name the 'file' instead"));
    }

    static boolean mayHave(int... counts) {
        for (int count : counts) {
            if (count < 1 || count > MOST_UNITS) {
                return false;
            }
        }
        return true;
    }

    static Activation activation(String name) {
        return Activation.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static String name(Activation activation) {
        return activation.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it gives of data of a shape; empty where it does not take them. */
    Optional<TensorSpec> result(TensorSpec given);

    /** What it takes, for messages: {@code 784 values}. */
    String takes();

    /** Its arrays, in the order of {@link #apply} and {@link #read}. */
    List<Part> parts();

    /** The layer in a graph, on data that it takes. */
    Tensor apply(GraphScope scope, Tensor given, List<SDVariable> arrays);

    /** How many numbers a file has for it. */
    long parameters(boolean hasBias);

    /** Its arrays, from where a file has them. */
    List<float[]> read(Coefficients from, boolean hasBias) throws IOException;

    /** Values that are in column-major order, in row-major order. */
    static float[] rowMajor(float[] columnMajor, int rows, int columns) {
        float[] values = new float[columnMajor.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                values[row * columns + column] = columnMajor[column * rows + row];
            }
        }
        return values;
    }
}
