package dev.diabolo.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.training.OptimiserSpec;
import dev.diabolo.spi.training.Schedule;
import dev.diabolo.spi.training.TrainingListener;
import dev.diabolo.spi.training.UpdateRule;
import java.util.Optional;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** The same network, trained on the same batches by Deeplearning4j's own loop, ends with the same parameters. */
class Dl4jAgreementTest {
    private static final int STEPS = 25;
    private static final int BATCH = 130;

    static Stream<Arguments> optimisers() {
        return Stream.of(
                Arguments.of("sgd", new UpdateRule.Sgd(0, false), new Sgd(0.01)),
                Arguments.of("nesterov", new UpdateRule.Sgd(0.9, true), new Nesterovs(0.01, 0.9)),
                Arguments.of("adam", new UpdateRule.Adam(0.9, 0.999, 1e-8), new Adam(0.01, 0.9, 0.999, 1e-8)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("optimisers")
    void trainingAgreesWithDeeplearning4j(String name, UpdateRule ours, IUpdater theirs) {
        Examples data = TestModels.random(BATCH, TestModels.WIDTH, 3);
        ModelDefinition model = TestModels.model(
                TestModels.dropoutEncoder(0),
                new TestModels.SquaredError(),
                TestModels.jointly(new OptimiserSpec(ours, Schedule.constant(0.01))));
        MultiLayerNetwork reference = reference(theirs);
        try (TrainingRun run =
                new TrainingRun(model, new TrainingSettings(STEPS, BATCH, 1, 2), TrainingListener.NONE, () -> false)) {
            copy(run, reference);
            INDArray batch = batch(data);
            for (int step = 0; step < STEPS; step++) {
                reference.fit(batch, batch);
            }
            TrainingOutcome outcome = run.train(data, Optional.empty());

            for (ParameterValues value : outcome.parameters()) {
                float[] expected =
                        parameter(reference, value.name()).dup('c').data().asFloat();
                assertThat(value.values()).usingComparatorWithPrecision(2e-5f).containsExactly(expected);
            }
        }
    }

    private static MultiLayerNetwork reference(IUpdater updater) {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .updater(updater)
                .list()
                .layer(new DenseLayer.Builder()
                        .nIn(TestModels.WIDTH)
                        .nOut(TestModels.HIDDEN)
                        .activation(Activation.RELU)
                        .build())
                .layer(new DenseLayer.Builder()
                        .nIn(TestModels.HIDDEN)
                        .nOut(TestModels.CODE)
                        .activation(Activation.IDENTITY)
                        .build())
                .layer(new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
                        .nIn(TestModels.CODE)
                        .nOut(TestModels.WIDTH)
                        .activation(Activation.IDENTITY)
                        .build())
                .build());
        network.init();
        return network;
    }

    private static void copy(TrainingRun run, MultiLayerNetwork network) {
        for (ParameterValues value : run.parameters()) {
            parameter(network, value.name())
                    .assign(Nd4j.createFromArray(value.values()).reshape('c', value.shape()));
        }
    }

    private static INDArray parameter(MultiLayerNetwork network, String name) {
        int layer = name.startsWith("encoder") ? 0 : name.startsWith("posterior") ? 1 : 2;
        INDArray parameter = network.getParam(layer + (name.endsWith("weight") ? "_W" : "_b"));
        return name.endsWith("bias") ? parameter.reshape(parameter.length()) : parameter;
    }

    private static INDArray batch(Examples data) {
        float[][] rows = new float[data.size()][TestModels.WIDTH];
        for (int i = 0; i < rows.length; i++) {
            data.read(i, rows[i], 0);
        }
        return Nd4j.create(rows);
    }
}
