package dev.diabolo.exchange.dl4j;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.Activation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.IActivation;

/** A configuration of Deeplearning4j on its way to layers. */
final class LayerReading {
    private final Path file;
    private final MultiLayerConfiguration network;
    private final List<FileLayer> layers = new ArrayList<>();

    LayerReading(Path file, MultiLayerConfiguration network) {
        this.file = file;
        this.network = network;
    }

    List<FileLayer> layers() {
        for (int i = 0; i < network.getConfs().size(); i++) {
            Layer layer = network.getConf(i).getLayer();
            if (network.getInputPreProcess(i) != null) {
                throw refused(i, layer, "with a preprocessor");
            }
            add(i, layer);
        }
        if (layers.isEmpty()) {
            throw Dl4jFile.broken(file, "it has no fully connected layer", null);
        }
        return layers;
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
        long most = ImportedLayer.MOST_UNITS;
        if (dense.getNIn() < 1 || dense.getNIn() > most || dense.getNOut() < 1 || dense.getNOut() > most) {
            throw refused(number, dense, "of " + dense.getNIn() + " inputs and " + dense.getNOut() + " outputs");
        }
        layers.add(new FileLayer(
                new ImportedLayer((int) dense.getNIn(), (int) dense.getNOut(), ours(number, dense, activation)),
                hasBias));
    }

    private void activate(int number, ActivationLayer layer) {
        int last = layers.size() - 1;
        if (last < 0 || layers.get(last).imported().activation() != Activation.LINEAR) {
            throw refused(number, layer, "that follows no linear layer");
        }
        FileLayer before = layers.get(last);
        layers.set(
                last,
                new FileLayer(
                        new ImportedLayer(before.in(), before.out(), ours(number, layer, layer.getActivationFn())),
                        before.hasBias()));
    }

    private Activation ours(int number, Layer layer, IActivation activation) {
        return Activations.ours(activation)
                .orElseThrow(() -> refused(number, layer, "with the activation " + activation));
    }

    private DiaboloException refused(int number, Layer layer, String how) {
        String what = ("layer " + number + " is a " + layer.getClass().getSimpleName() + " " + how).strip();
        return DiaboloException.user(
                "dl4j.layer",
                Problem.of(what + ", which cannot be an encoder here")
                        .at("encoder.file, " + file)
                        .allowed("DenseLayer, OutputLayer, ActivationLayer and DropoutLayer, of 1 to "
                                + ImportedLayer.MOST_UNITS + " units"));
    }
}
