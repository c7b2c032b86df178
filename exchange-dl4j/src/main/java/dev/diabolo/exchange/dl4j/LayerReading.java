package dev.diabolo.exchange.dl4j;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.Activation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationTanH;

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
            requireFlattening(i, layer, network.getInputPreProcess(i));
            add(i, layer);
        }
        if (layers.isEmpty()) {
            throw Dl4jFile.broken(file, "it has no layer that computes anything", null);
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
        } else if (layer.getClass() == ConvolutionLayer.class) {
            addConvolution(number, (ConvolutionLayer) layer);
        } else if (layer.getClass() == LSTM.class) {
            addMemory(number, (LSTM) layer, false);
        } else if (layer instanceof LastTimeStep last && last.getUnderlying().getClass() == LSTM.class) {
            addMemory(number, (LSTM) last.getUnderlying(), true);
        } else if (!(layer instanceof DropoutLayer)) {
            throw refused(number, layer, "");
        }
    }

    /** Fully connected layers flatten what they are given, channel by channel and row by row. */
    private void requireFlattening(int number, Layer layer, @Nullable InputPreProcessor before) {
        boolean flattening = before instanceof CnnToFeedForwardPreProcessor images
                && images.getFormat() == CNN2DFormat.NCHW
                && (layer instanceof DenseLayer || layer instanceof OutputLayer);
        if (before != null && !flattening) {
            throw refused(number, layer, "with a " + before.getClass().getSimpleName());
        }
    }

    private void addConvolution(int number, ConvolutionLayer layer) {
        ConvolutionMode mode = layer.getConvolutionMode();
        if (layer.getCnn2dDataFormat() != CNN2DFormat.NCHW
                || Arrays.stream(layer.getDilation()).anyMatch(places -> places != 1)
                || mode == ConvolutionMode.Causal
                || layer.getNIn() > ImportedLayer.MOST_UNITS
                || layer.getNOut() > ImportedLayer.MOST_UNITS) {
            throw refused(number, layer, "of the mode " + mode + " or with channels last, or with gaps in its window");
        }
        ImportedConvolution convolution = new ImportedConvolution(
                (int) layer.getNIn(),
                (int) layer.getNOut(),
                ImportedConvolution.Pair.of(layer.getKernelSize()),
                ImportedConvolution.Pair.of(layer.getStride()),
                mode == ConvolutionMode.Same
                        ? Optional.empty()
                        : Optional.of(ImportedConvolution.Pair.of(layer.getPadding())),
                ours(number, layer, layer.getActivationFn()));
        if (!convolution.isPossible()) {
            throw refused(number, layer, "of such a size: " + convolution);
        }
        layers.add(new FileLayer(convolution, layer.hasBias()));
    }

    private void addMemory(int number, LSTM layer, boolean last) {
        boolean usual = layer.getActivationFn() instanceof ActivationTanH
                && layer.getGateActivationFn() instanceof ActivationSigmoid
                && layer.getRnnDataFormat() != RNNFormat.NWC
                && layer.getNIn() <= ImportedLayer.MOST_UNITS
                && layer.getNOut() <= ImportedLayer.MOST_UNITS;
        ImportedMemory memory = new ImportedMemory((int) layer.getNIn(), (int) layer.getNOut(), last);
        if (!usual || !memory.isPossible()) {
            throw refused(
                    number,
                    layer,
                    "of other activations than tanh and sigmoid, with time before features, or of one unit");
        }
        layers.add(new FileLayer(memory, true));
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
        Activation activation = ours(number, layer, layer.getActivationFn());
        NetworkLayer before = last < 0 ? null : layers.get(last).imported();
        NetworkLayer activated;
        if (before instanceof ImportedLayer dense && dense.activation() == Activation.LINEAR) {
            activated = new ImportedLayer(dense.in(), dense.out(), activation);
        } else if (before instanceof ImportedConvolution convolution && convolution.activation() == Activation.LINEAR) {
            activated = convolution.with(activation);
        } else {
            throw refused(number, layer, "that follows no linear layer");
        }
        layers.set(last, new FileLayer(activated, layers.get(last).hasBias()));
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
                        .allowed(
                                "DenseLayer, OutputLayer, ConvolutionLayer, LSTM, LastTimeStep of an LSTM, ActivationLayer and"
                                        + " DropoutLayer, of 1 to "
                                        + ImportedLayer.MOST_UNITS + " units"));
    }
}
