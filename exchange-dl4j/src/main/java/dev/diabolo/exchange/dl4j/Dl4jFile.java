package dev.diabolo.exchange.dl4j;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.Activation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A model file of Deeplearning4j as fully connected layers. Layers that are none, or do more, are refused by name.
 *
 * @param layers in their order
 * @param weights of each, {@code [in, out]} in row-major order
 * @param biases of each
 */
record Dl4jFile(List<ImportedLayer> layers, List<float[]> weights, List<float[]> biases) {
    /** Reads a file; ND4J must be there. */
    static Dl4jFile read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw broken(file, "there is no such file", null);
        }
        MultiLayerNetwork network;
        try {
            network = ModelSerializer.restoreMultiLayerNetwork(file.toFile(), false);
        } catch (IOException | RuntimeException e) {
            throw broken(file, "it cannot be read: " + e.getMessage(), e);
        }
        return new Reading(file, network).read();
    }

    private static DiaboloException broken(Path file, String what, @Nullable Throwable cause) {
        return new DiaboloException(
                ErrorKind.USER,
                "dl4j.file",
                List.of(Problem.of(what)
                        .at("encoder.file, " + file)
                        .allowed("a file that Deeplearning4j's ModelSerializer wrote of a MultiLayerNetwork")),
                cause);
    }

    /** One file on its way to layers. */
    private static final class Reading {
        private final Path file;
        private final MultiLayerNetwork network;
        private final List<ImportedLayer> layers = new ArrayList<>();
        private final List<float[]> weights = new ArrayList<>();
        private final List<float[]> biases = new ArrayList<>();

        Reading(Path file, MultiLayerNetwork network) {
            this.file = file;
            this.network = network;
        }

        Dl4jFile read() {
            for (int i = 0; i < network.getnLayers(); i++) {
                Layer layer = network.getLayerWiseConfigurations().getConf(i).getLayer();
                if (network.getLayerWiseConfigurations().getInputPreProcess(i) != null) {
                    throw refused(i, layer, "with a preprocessor");
                }
                add(i, layer);
            }
            if (layers.isEmpty()) {
                throw broken(file, "it has no fully connected layer", null);
            }
            return new Dl4jFile(layers, weights, biases);
        }

        private void add(int number, Layer layer) {
            if (layer instanceof DenseLayer dense) {
                if (dense.hasLayerNorm()) {
                    throw refused(number, layer, "with layer normalisation");
                }
                addDense(number, dense, dense.getActivationFn(), dense.hasBias());
            } else if (layer instanceof OutputLayer output) {
                addDense(number, output, output.getActivationFn(), ((BaseOutputLayer) output).hasBias());
            } else if (layer instanceof ActivationLayer activation) {
                activate(number, activation);
            } else if (!(layer instanceof DropoutLayer)) {
                throw refused(number, layer, "");
            }
        }

        private void addDense(int number, FeedForwardLayer dense, IActivation activation, boolean hasBias) {
            int out = (int) dense.getNOut();
            layers.add(new ImportedLayer((int) dense.getNIn(), out, ours(number, dense, activation)));
            weights.add(values(network.getLayer(number).getParam("W")));
            biases.add(hasBias ? values(network.getLayer(number).getParam("b")) : new float[out]);
        }

        private void activate(int number, ActivationLayer layer) {
            int last = layers.size() - 1;
            if (last < 0 || layers.get(last).activation() != Activation.LINEAR) {
                throw refused(number, layer, "that follows no linear layer");
            }
            ImportedLayer before = layers.get(last);
            layers.set(
                    last, new ImportedLayer(before.in(), before.out(), ours(number, layer, layer.getActivationFn())));
        }

        private Activation ours(int number, Layer layer, IActivation activation) {
            return Activations.ours(activation)
                    .orElseThrow(() -> refused(number, layer, "with the activation " + activation));
        }

        private static float[] values(INDArray parameter) {
            return parameter.dup('c').data().asFloat();
        }

        private DiaboloException refused(int number, Layer layer, String how) {
            String what = ("layer " + number + " is a " + layer.getClass().getSimpleName() + " " + how).strip();
            return DiaboloException.user(
                    "dl4j.layer",
                    Problem.of(what + ", which cannot be an encoder here")
                            .at("encoder.file, " + file)
                            .allowed("DenseLayer, OutputLayer, ActivationLayer and DropoutLayer"));
        }
    }
}
