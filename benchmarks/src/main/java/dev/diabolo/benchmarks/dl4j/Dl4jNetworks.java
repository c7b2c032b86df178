package dev.diabolo.benchmarks.dl4j;

import dev.diabolo.benchmarks.measure.Workload;
import dev.diabolo.benchmarks.measure.WorkloadData;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.misc.RepeatVector;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.variational.BernoulliReconstructionDistribution;
import org.deeplearning4j.nn.conf.layers.variational.VariationalAutoencoder;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** The workloads' networks, with Deeplearning4j's layers. */
final class Dl4jNetworks {
    private static final int PIXELS = 784;

    private Dl4jNetworks() {}

    static MultiLayerNetwork of(Workload workload) {
        MultiLayerConfiguration configuration = switch (workload) {
            case W1, W1B32, W6 -> dense();
            case W2 -> variational();
            case W3 -> convolutional();
            case W4 -> recurrent();
            case W5 -> throw new IllegalArgumentException("not available: " + workload);
        };
        MultiLayerNetwork network = new MultiLayerNetwork(configuration);
        network.init();
        return network;
    }

    private static ListBuilder builder() {
        return new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Adam(1e-3))
                .weightInit(WeightInit.XAVIER_UNIFORM)
                .activation(Activation.RELU)
                .trainingWorkspaceMode(WorkspaceMode.ENABLED)
                .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
                .list();
    }

    private static DenseLayer dense(int in, int out) {
        return new DenseLayer.Builder().nIn(in).nOut(out).build();
    }

    private static MultiLayerConfiguration dense() {
        return builder()
                .layer(dense(PIXELS, 128))
                .layer(dense(128, 64))
                .layer(dense(64, 128))
                .layer(new OutputLayer.Builder(LossFunction.MSE)
                        .nIn(128)
                        .nOut(PIXELS)
                        .activation(Activation.SIGMOID)
                        .build())
                .build();
    }

    private static MultiLayerConfiguration variational() {
        return builder()
                .layer(new VariationalAutoencoder.Builder()
                        .nIn(PIXELS)
                        .nOut(20)
                        .encoderLayerSizes(400)
                        .decoderLayerSizes(400)
                        .activation(Activation.RELU)
                        .pzxActivationFunction(Activation.IDENTITY)
                        .reconstructionDistribution(new BernoulliReconstructionDistribution(Activation.SIGMOID))
                        .numSamples(1)
                        .build())
                .build();
    }

    /** The loss sums over pixels; the layer that would average is behind a reshaping, and hardly learns. */
    private static MultiLayerConfiguration convolutional() {
        return builder()
                .layer(convolution(1, 16))
                .layer(convolution(16, 32))
                .layer(dense(1568, 64))
                .layer(dense(64, 1568))
                .layer(transposed(32, 16, Activation.RELU))
                .layer(transposed(16, 1, Activation.IDENTITY))
                .layer(new CnnLossLayer.Builder(LossFunction.MSE)
                        .activation(Activation.SIGMOID)
                        .build())
                .inputPreProcessor(2, new CnnToFeedForwardPreProcessor(7, 7, 32))
                .inputPreProcessor(4, new FeedForwardToCnnPreProcessor(7, 7, 32))
                .setInputType(InputType.convolutional(28, 28, 1))
                .build();
    }

    private static ConvolutionLayer convolution(int in, int out) {
        return new ConvolutionLayer.Builder(3, 3)
                .nIn(in)
                .nOut(out)
                .stride(2, 2)
                .padding(1, 1)
                .build();
    }

    private static Deconvolution2D transposed(int in, int out, Activation activation) {
        return new Deconvolution2D.Builder(2, 2)
                .nIn(in)
                .nOut(out)
                .stride(2, 2)
                .activation(activation)
                .build();
    }

    private static MultiLayerConfiguration recurrent() {
        return builder()
                .layer(new LastTimeStep(lstm(WorkloadData.FEATURES, 64)))
                .layer(new RepeatVector.Builder(WorkloadData.TIME)
                        .nIn(64)
                        .nOut(64)
                        .build())
                .layer(lstm(64, 64))
                .layer(new RnnOutputLayer.Builder(LossFunction.MSE)
                        .nIn(64)
                        .nOut(WorkloadData.FEATURES)
                        .activation(Activation.IDENTITY)
                        .build())
                .setInputType(InputType.recurrent(WorkloadData.FEATURES, WorkloadData.TIME))
                .build();
    }

    private static LSTM lstm(int in, int out) {
        return new LSTM.Builder().nIn(in).nOut(out).activation(Activation.TANH).build();
    }
}
