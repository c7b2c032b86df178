package dev.diabolo.exchange.dl4j;

import dev.diabolo.exchange.dl4j.LayerPlan.Planned;
import dev.diabolo.exchange.dl4j.Step.Convolve;
import dev.diabolo.exchange.dl4j.Step.Crop;
import dev.diabolo.exchange.dl4j.Step.Dense;
import dev.diabolo.exchange.dl4j.Step.Enlarge;
import dev.diabolo.exchange.dl4j.Step.Lstm;
import dev.diabolo.exchange.dl4j.Step.Repeat;
import dev.diabolo.exchange.dl4j.Step.Scale;
import dev.diabolo.spi.exchange.LinearMap;
import java.util.Arrays;
import java.util.Map;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.conf.layers.misc.RepeatVector;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** One step as a layer of Deeplearning4j: its configuration, and its parameters by their names there. */
final class LayerWriting {
    private static final int[] ONE_PLACE = {1, 1};

    private LayerWriting() {}

    /**
     * The layer.
     *
     * @param last whether it is the network's last
     * @param whole whether a network is written that can be trained on data to give them back
     */
    static Layer configuration(Planned layer, boolean last, boolean whole) {
        Activation activation = Activations.theirs(layer.activation());
        if (layer.step() instanceof Dense dense) {
            return dense(dense, activation, last, whole);
        }
        if (layer.step() instanceof Convolve convolve) {
            return convolution(convolve, activation);
        }
        if (layer.step() instanceof Lstm lstm) {
            LSTM all = new LSTM.Builder()
                    .dataFormat(RNNFormat.NCW)
                    .nIn(lstm.in())
                    .nOut(lstm.units())
                    .activation(Activation.TANH)
                    .gateActivationFunction(Activation.SIGMOID)
                    .build();
            return lstm.sequence() ? all : new LastTimeStep(all);
        }
        if (layer.step() instanceof Repeat repeat) {
            return new RepeatVector.Builder<>()
                    .repetitionFactor(repeat.time())
                    .dataFormat(RNNFormat.NCW)
                    .build();
        }
        if (layer.step() instanceof Crop crop) {
            int below = (int) (layer.in()[1] - crop.height());
            int right = (int) (layer.in()[2] - crop.width());
            return new Cropping2D.Builder(0, below, 0, right).build();
        }
        if (layer.step() instanceof Enlarge enlarge) {
            return new Upsampling2D.Builder()
                    .size(new int[] {enlarge.height(), enlarge.width()})
                    .build();
        }
        if (layer.step() instanceof Scale) {
            return scale((int) layer.in()[0], layer.in().length);
        }
        return new ActivationLayer(activation);
    }

    private static Layer dense(Dense dense, Activation activation, boolean last, boolean whole) {
        if (dense.overTime() && last) {
            return new RnnOutputLayer.Builder(LossFunction.MSE)
                    .dataFormat(RNNFormat.NCW)
                    .nIn(dense.in())
                    .nOut(dense.out())
                    .activation(activation)
                    .build();
        }
        if (dense.overTime()) {
            return new Convolution1DLayer.Builder(1)
                    .rnnDataFormat(RNNFormat.NCW)
                    .nIn(dense.in())
                    .nOut(dense.out())
                    .activation(activation)
                    .build();
        }
        return last && whole
                ? new OutputLayer.Builder(LossFunction.MSE)
                        .nIn(dense.in())
                        .nOut(dense.out())
                        .activation(activation)
                        .build()
                : new DenseLayer.Builder()
                        .nIn(dense.in())
                        .nOut(dense.out())
                        .activation(activation)
                        .build();
    }

    private static Layer convolution(Convolve convolve, Activation activation) {
        ConvolutionLayer.BaseConvBuilder<?> builder =
                convolve.transposed() ? new Deconvolution2D.Builder() : new ConvolutionLayer.Builder();
        builder.kernelSize(convolve.kernel())
                .stride(convolve.stride())
                .convolutionMode(convolve.same() ? ConvolutionMode.Same : ConvolutionMode.Truncate);
        if (!convolve.same()) {
            builder.padding(convolve.padding());
        }
        return builder.nIn(convolve.in())
                .nOut(convolve.out())
                .activation(activation)
                .build();
    }

    /** Of rows value by value; of sequences and images, a convolution of single places that mixes no channels. */
    private static Layer scale(int channels, int rank) {
        return switch (rank) {
            case 1 ->
                new ElementWiseMultiplicationLayer.Builder()
                        .nIn(channels)
                        .nOut(channels)
                        .activation(Activation.IDENTITY)
                        .build();
            case 2 ->
                new Convolution1DLayer.Builder(1)
                        .rnnDataFormat(RNNFormat.NCW)
                        .nIn(channels)
                        .nOut(channels)
                        .activation(Activation.IDENTITY)
                        .build();
            default ->
                new ConvolutionLayer.Builder(ONE_PLACE)
                        .nIn(channels)
                        .nOut(channels)
                        .activation(Activation.IDENTITY)
                        .build();
        };
    }

    /** Values in row-major order, by their names in a layer. */
    static Map<String, float[]> parameters(Planned layer, boolean last) {
        if (layer.step() instanceof Dense dense) {
            float[] weight = dense.overTime() && !last
                    ? transposed(dense)
                    : dense.weight().clone();
            return Map.of("W", weight, "b", dense.bias().clone());
        }
        if (layer.step() instanceof Convolve convolve) {
            return Map.of("W", channelsFirst(convolve), "b", convolve.bias().clone());
        }
        if (layer.step() instanceof Lstm lstm) {
            return Map.of(
                    "W", LstmGates.theirs(lstm.weight(), lstm.units()),
                    "RW", LstmGates.theirs(lstm.recurrent(), lstm.units()),
                    "b", LstmGates.theirs(lstm.bias(), lstm.units()));
        }
        if (layer.step() instanceof Scale scale) {
            return scaling(scale.map(), (int) layer.in()[0], layer.in().length > 1);
        }
        return Map.of();
    }

    /** {@code [out, in]}, as a convolution of single places has it. */
    private static float[] transposed(Dense dense) {
        float[] values = new float[dense.weight().length];
        for (int i = 0; i < dense.in(); i++) {
            for (int j = 0; j < dense.out(); j++) {
                values[j * dense.in() + i] = dense.weight()[i * dense.out() + j];
            }
        }
        return values;
    }

    private static Map<String, float[]> scaling(LinearMap map, int channels, boolean matrix) {
        float[] weight = new float[matrix ? channels * channels : channels];
        for (int i = 0; i < channels; i++) {
            weight[matrix ? i * (channels + 1) : i] = (float) map.factor();
        }
        float[] bias = new float[channels];
        Arrays.fill(bias, (float) map.shift());
        return Map.of("W", weight, "b", bias);
    }

    /** {@code [height, width, a, b]} as {@code [b, a, height, width]}, which is theirs, transposed or not. */
    private static float[] channelsFirst(Convolve convolve) {
        int places = convolve.kernel()[0] * convolve.kernel()[1];
        int a = convolve.transposed() ? convolve.out() : convolve.in();
        int b = convolve.transposed() ? convolve.in() : convolve.out();
        float[] values = new float[convolve.weight().length];
        for (int place = 0; place < places; place++) {
            for (int i = 0; i < a; i++) {
                for (int j = 0; j < b; j++) {
                    values[(j * a + i) * places + place] = convolve.weight()[(place * a + i) * b + j];
                }
            }
        }
        return values;
    }
}
