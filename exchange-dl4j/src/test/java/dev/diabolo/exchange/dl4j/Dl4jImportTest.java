package dev.diabolo.exchange.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.spi.graph.TensorSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Networks that Deeplearning4j made, as encoders: what they give is what Deeplearning4j computes. */
class Dl4jImportTest {
    private static final int COUNT = 5;

    @TempDir
    Path folder;

    static Stream<Arguments> networks() {
        return Stream.of(
                Arguments.of(
                        "convolutions with padding, one without a bias",
                        TensorSpec.of(2, 7, 6),
                        InputType.convolutional(7, 6, 2),
                        List.of(
                                convolution(3, ConvolutionMode.Truncate, true, 3, 2, 2, 1, 1, 2),
                                convolution(4, ConvolutionMode.Truncate, false, 2, 3, 1, 2, 0, 0),
                                new ActivationLayer(Activation.ELU))),
                Arguments.of(
                        "even windows and strides of the mode Same",
                        TensorSpec.of(2, 7, 6),
                        InputType.convolutional(7, 6, 2),
                        List.of(
                                convolution(3, ConvolutionMode.Same, true, 4, 2, 2, 2, 0, 0),
                                convolution(4, ConvolutionMode.Same, true, 2, 3, 1, 2, 0, 0))),
                Arguments.of(
                        "maps that a fully connected layer flattens",
                        TensorSpec.of(1, 6, 5),
                        InputType.convolutional(6, 5, 1),
                        List.of(
                                convolution(3, ConvolutionMode.Strict, true, 2, 3, 2, 2, 0, 0),
                                new DropoutLayer(0.5),
                                new DenseLayer.Builder()
                                        .nOut(4)
                                        .activation(Activation.SWISH)
                                        .build())),
                Arguments.of(
                        "a memory, all its states", TensorSpec.of(2, 9), InputType.recurrent(2, 9), List.of(memory(4))),
                Arguments.of(
                        "memories, and the last state",
                        TensorSpec.of(2, 9),
                        InputType.recurrent(2, 9),
                        List.of(memory(4), new LastTimeStep(memory(3)))),
                Arguments.of(
                        "the last state, and a fully connected layer without a bias",
                        TensorSpec.of(1, 9),
                        InputType.recurrent(1, 9),
                        List.of(
                                new LastTimeStep(memory(3)),
                                new DenseLayer.Builder()
                                        .nIn(3)
                                        .nOut(2)
                                        .hasBias(false)
                                        .activation(Activation.TANH)
                                        .build())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void theirsAndOursAreTheSame(String named, TensorSpec data, InputType type, List<Layer> layers) throws IOException {
        MultiLayerNetwork network = network(type, layers);
        Path file = folder.resolve("theirs.zip");
        ModelSerializer.writeModel(network, file.toFile(), true);
        INDArray input = Nd4j.randn(data.batched(COUNT));
        Dl4jEncoderProvider provider = new Dl4jEncoderProvider();
        // The input is given halved and moved, and the settings undo it.
        Dl4jEncoderOptions options = new Dl4jEncoderOptions(file.toString(), false, 2, -1, List.of());

        try (GraphProbe probe = GraphProbe.of(
                false,
                1,
                List.of(data),
                (scope, inputs) -> Map.of(
                        "features",
                        provider.create(provider.selfContained(options))
                                .encode(scope, inputs.get(0))
                                .variable()))) {
            double[] halved = input.add(1).div(2).dup('c').data().asDouble();
            GraphProbe.Output ours = probe.run(COUNT, List.of(halved)).get("features");
            INDArray theirs = network.output(input);

            assertThat(ours.shape()).isEqualTo(theirs.shape());
            assertThat(ours.values())
                    .usingComparatorWithPrecision(1e-5)
                    .containsExactly(theirs.dup('c').data().asDouble());
        }
    }

    private static Layer convolution(
            int maps,
            ConvolutionMode mode,
            boolean bias,
            int rows,
            int columns,
            int strideOfRows,
            int strideOfColumns,
            int paddingOfRows,
            int paddingOfColumns) {
        return new ConvolutionLayer.Builder(rows, columns)
                .stride(strideOfRows, strideOfColumns)
                .padding(paddingOfRows, paddingOfColumns)
                .convolutionMode(mode)
                .hasBias(bias)
                .nOut(maps)
                .activation(bias ? Activation.TANH : Activation.IDENTITY)
                .build();
    }

    private static LSTM memory(int units) {
        return new LSTM.Builder().nOut(units).activation(Activation.TANH).build();
    }

    /** With random numbers for everything, so that no two parameters may be taken for each other. */
    private static MultiLayerNetwork network(InputType type, List<Layer> layers) {
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().list();
        layers.forEach(list::layer);
        MultiLayerNetwork network =
                new MultiLayerNetwork(list.setInputType(type).build());
        network.init();
        Nd4j.getRandom().setSeed(1);
        network.setParams(Nd4j.randn(1, network.numParams()).mul(0.7));
        return network;
    }
}
