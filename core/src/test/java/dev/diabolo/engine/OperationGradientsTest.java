package dev.diabolo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.engine.FiniteDifferences.Operation;
import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Normalisation;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv1DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.DeConv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Pooling2DConfig;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Gradients of operations against central differences in float64: of those that the contract offers, of those of ND4J that
 * plugins may rely on, and of those that they may not. The last fail here when ND4J has mended them.
 */
class OperationGradientsTest {
    /** Differences with steps of 1e-5 are good to about 1e-9; a wrong gradient is wrong in the first digits. */
    private static final double RIGHT = 1e-6;

    private static final double WRONG = 1e-2;
    private static final TensorSpec VECTOR = TensorSpec.of(4);
    private static final TensorSpec SEQUENCE = TensorSpec.of(2, 5);
    private static final TensorSpec IMAGE = TensorSpec.of(2, 4, 4);
    private static final Initialiser NORMAL = new Initialiser.Normal(0, 0.5);

    @ParameterizedTest
    @EnumSource(Activation.class)
    void activations(Activation activation) {
        for (TensorSpec shape : List.of(VECTOR, SEQUENCE, IMAGE)) {
            assertRight(shape, (scope, inputs) -> activation.apply(inputs.get(0).variable()));
        }
    }

    @ParameterizedTest
    @EnumSource(WeightInitialisation.class)
    void denseLayers(WeightInitialisation initialisation) {
        for (TensorSpec shape : List.of(VECTOR, SEQUENCE, IMAGE)) {
            assertRight(
                    shape,
                    (scope, inputs) -> Layers.dense(scope, "dense", inputs.get(0), 3, initialisation)
                            .variable());
        }
    }

    @ParameterizedTest
    @EnumSource(Normalisation.class)
    void normalisations(Normalisation normalisation) {
        for (TensorSpec shape : List.of(VECTOR, SEQUENCE, IMAGE, TensorSpec.of(3, 1, 1), TensorSpec.of(1, 3, 2))) {
            assertRight(
                    shape,
                    (scope, inputs) -> normalisation
                            .apply(scope, "normalisation", inputs.get(0))
                            .variable());
        }
    }

    @Test
    void layersWithoutBias() {
        assertRight(
                IMAGE,
                (scope, inputs) -> Layers.linear(scope, "linear", inputs.get(0), 3, WeightInitialisation.GLOROT_NORMAL)
                        .variable());
    }

    @Test
    void dropout() {
        assertRight(
                SEQUENCE,
                (scope, inputs) ->
                        Layers.dropout(scope, "dropout", inputs.get(0), 0.4).variable());
    }

    @Test
    void tensorsInAnotherShape() {
        assertRight(IMAGE, (scope, inputs) -> {
            Tensor image = inputs.get(0).as(TensorSpec.of(4, 8));
            return image.with(scope.graph().math().square(image.variable()))
                    .flat()
                    .variable();
        });
    }

    static Stream<Arguments> reliable() {
        return Stream.of(
                vector("tanh", (s, x) -> s.graph().math().tanh(x)),
                vector("exp", (s, x) -> s.graph().math().exp(x)),
                vector(
                        "log1p of exp",
                        (s, x) -> s.graph().math().log1p(s.graph().math().exp(x))),
                vector("square", (s, x) -> s.graph().math().square(x)),
                vector("sqrt", (s, x) -> s.graph().math().sqrt(x.mul(x).add(1))),
                vector("abs", (s, x) -> s.graph().math().abs(x)),
                vector("clip", (s, x) -> s.graph().math().clipByValue(x, -1, 1)),
                vector("softmax", (s, x) -> s.graph().nn().softmax(x, 1)),
                vector("sum", (s, x) -> x.sum(1)),
                vector("mean", (s, x) -> x.mean(1)),
                vector("mean over the batch", (s, x) -> x.mul(x).mean(0)),
                vector("max", (s, x) -> x.max(1)),
                vector("norm2", (s, x) -> s.graph().math().norm2(x, 1)),
                vector("standardize", (s, x) -> s.graph().math().standardize(x, 1)),
                vector("concat", (s, x) -> s.graph().concat(1, x, x.mul(x))),
                vector("difference with a row", (s, x) -> {
                    SDVariable row = s.parameter("row", NORMAL, 4);
                    return s.graph().math().square(x.sub(row));
                }),
                vector(
                        "division by a column",
                        (s, x) -> x.div(x.mul(x).sum(true, 1).add(1))),
                vector(
                        "layer normalisation",
                        (s, x) -> s.graph()
                                .nn()
                                .layerNorm(
                                        x, s.parameter("gain", NORMAL, 4), s.parameter("bias", NORMAL, 4), false, 1)),
                vector("log-sum-exp by hand", (s, x) -> {
                    SDVariable most = s.stopGradient(x.max(true, 1));
                    SDVariable sum = s.graph().math().exp(x.sub(most)).sum(true, 1);
                    return s.graph().math().log(sum).add(most);
                }),
                vector("prelu", (s, x) -> s.graph().nn().prelu(x, s.parameter("slope", NORMAL, 1), 1)),
                vector("cumsum", (s, x) -> s.graph().cumsum(x.mul(x), 1)),
                vector("cumsum, exclusive", (s, x) -> s.graph().cumsum(x.mul(x), true, false, 1)),
                vector("cumsum, reverse", (s, x) -> s.graph().cumsum(x.mul(x), false, true, 1)),
                sequence("logSoftmax", (s, x) -> s.graph().nn().logSoftmax(x, 1)),
                image("upsampling 2d", (s, x) -> s.graph().cnn().upsampling2d(x.mul(x), 2, 2, true)),
                sequence("permute", (s, x) -> s.graph().permute(x.mul(x), 0, 2, 1)),
                sequence(
                        "batched matrix product",
                        (s, x) -> s.graph().mmul(s.graph().permute(x, 0, 2, 1), x)),
                sequence("slice", (s, x) -> s.graph().slice(x.mul(x), new int[] {0, 1, 1}, -1, 1, 3)),
                sequence(
                        "convolution 1d",
                        (s, x) -> s.graph()
                                .cnn()
                                .conv1d(
                                        x,
                                        s.parameter("kernel", NORMAL, 3, 2, 4),
                                        Conv1DConfig.builder()
                                                .k(3)
                                                .s(1)
                                                .paddingMode(PaddingMode.SAME)
                                                .build())),
                image(
                        "convolution 2d",
                        (s, x) -> s.graph()
                                .cnn()
                                .conv2d(
                                        x,
                                        s.parameter("kernel", NORMAL, 2, 2, 2, 3),
                                        Conv2DConfig.builder()
                                                .kH(2)
                                                .kW(2)
                                                .sH(2)
                                                .sW(2)
                                                .build())),
                image(
                        "transposed convolution 2d",
                        (s, x) -> s.graph()
                                .cnn()
                                .deconv2d(
                                        x,
                                        s.parameter("kernel", NORMAL, 2, 2, 3, 2),
                                        DeConv2DConfig.builder()
                                                .kH(2)
                                                .kW(2)
                                                .sH(2)
                                                .sW(2)
                                                .build())),
                image(
                        "max pooling 2d",
                        (s, x) -> s.graph()
                                .cnn()
                                .maxPooling2d(
                                        x,
                                        Pooling2DConfig.builder()
                                                .kH(2)
                                                .kW(2)
                                                .sH(2)
                                                .sW(2)
                                                .build())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reliable")
    void operationsToRelyOn(String name, TensorSpec shape, OnOne operation) {
        assertRight(shape, operation.onFirst());
    }

    static Stream<Arguments> failing() {
        return Stream.of(
                image("upsampling 2d one factor", (s, x) -> s.graph().cnn().upsampling2d(x.mul(x), 2)),
                vector(
                        "gather with repeated indices",
                        (s, x) -> s.graph().gather(x.mul(x), s.graph().constant(Nd4j.createFromArray(1, 1, 2)), 1)),
                vector("logSumExp", (s, x) -> s.graph().math().logSumExp(x, 1)),
                vector("where", (s, x) -> s.graph().where(x.mul(x), x, x.gt(0))),
                // It takes k for the truth value before it, and the other way round.
                vector("topK", (s, x) -> s.graph().nn().topK(x.mul(x), 2, false)[0]),
                image(
                        "batchNorm",
                        (s, x) -> s.graph()
                                .nn()
                                .batchNorm(
                                        x,
                                        x.mean(0, 2, 3),
                                        s.graph().variance(x, false, 0, 2, 3),
                                        s.parameter("gain", NORMAL, 2),
                                        s.parameter("bias", NORMAL, 2),
                                        1e-5,
                                        1)));
    }

    /**
     * Not to be used in plugins; compose them of operations above. Where this fails, ND4J has mended the operation: move it
     * up to those to rely on.
     */
    @ParameterizedTest(name = "{0}")
    @MethodSource("failing")
    void operationsThatNd4jDoesNotDifferentiate(String name, TensorSpec shape, OnOne operation) {
        assertThatThrownBy(() -> FiniteDifferences.error(List.of(shape), 11, operation.onFirst()))
                .isInstanceOf(RuntimeException.class);
    }

    /** Not to be used in plugins; unroll a cell of matrix products. Where this fails, ND4J has mended it. */
    @Test
    void theGruOfNd4jHasWrongGradientsWithoutAnyError() {
        // Time first: three steps of two examples with five features.
        OnOne gru = (s, x) -> s.graph()
                .rnn()
                .gru(
                        x,
                        s.parameter("first", NORMAL, 2, 3),
                        s.parameter("input-weight", NORMAL, 5, 9),
                        s.parameter("weight", NORMAL, 3, 9),
                        s.parameter("bias", NORMAL, 9));

        assertThat(FiniteDifferences.error(List.of(SEQUENCE), 11, gru.onFirst()))
                .isGreaterThan(WRONG);
    }

    /** Why cross-entropies have an absolute error of 1e-16 even where they are next to nothing. */
    @Test
    void log1pOfNd4jLosesSmallNumbers() {
        try (GraphProbe probe = GraphProbe.of(
                false,
                1,
                List.of(TensorSpec.of(1)),
                (scope, inputs) ->
                        Map.of("y", scope.graph().math().log1p(inputs.get(0).variable())))) {
            assertThat(probe.run(1, List.of(new double[] {1e-20})).get("y").values())
                    .containsExactly(0);
        }
    }

    @Test
    void partsOfTensorsAndWhatLiesBesideThem() {
        for (TensorSpec shape : List.of(VECTOR, SEQUENCE, IMAGE)) {
            assertRight(shape, (scope, inputs) -> inputs.get(0).part(1, 2).variable());
            assertRight(
                    shape,
                    (scope, inputs) -> inputs.get(0)
                            .beside(inputs.get(0).with(inputs.get(0).variable().mul(3)))
                            .variable());
        }
    }

    /** A parameter's view does not begin where its group does; writing goes to the parameter asked for. */
    @Test
    void aProbeChangesTheParameterAskedForAndNoOther() {
        try (GraphProbe probe = GraphProbe.of(true, 1, List.of(TensorSpec.of(2)), (scope, inputs) -> {
            SDVariable first = scope.parameter("first", Initialiser.zeros(), 2);
            SDVariable second = scope.parameter("second", Initialiser.zeros(), 2);
            return Map.of("y", inputs.get(0).variable().mul(first).add(second));
        })) {
            probe.set("probe/second", 1, 7);
            assertThat(probe.parameter("probe/first")).containsExactly(0, 0);
            assertThat(probe.parameter("probe/second")).containsExactly(0, 7);
            probe.set("probe/second", new double[] {3, 4});
            assertThat(probe.run(1, List.of(new double[] {1, 1})).get("y").values())
                    .containsExactly(3, 4);
        }
    }

    /** Plans of one graph share its operations; each must keep its own axes and scalars. */
    @Test
    void plansOfSeveralBatchSizesDoNotDisturbEachOther() {
        try (GraphProbe probe = GraphProbe.of(true, 1, List.of(SEQUENCE), (scope, inputs) -> {
            SDVariable x = inputs.get(0).variable();
            return Map.of(
                    "y", x.sub(x.mean(true, 0)).mul(2).add(x.max(true, 1, 2)).sum(-1));
        })) {
            double[] three = new double[30];
            for (int i = 0; i < 30; i++) {
                three[i] = Math.sin(i);
            }
            double[] one = Arrays.copyOf(three, 10);
            double[] firstOfThree = probe.run(3, List.of(three)).get("y").values();
            double[] firstOfOne = probe.run(1, List.of(one)).get("y").values();

            assertThat(probe.run(3, List.of(three)).get("y").values()).containsExactly(firstOfThree);
            assertThat(probe.run(1, List.of(one)).get("y").values()).containsExactly(firstOfOne);
            assertThat(firstOfOne[0]).isCloseTo(5 * Arrays.stream(one).max().orElseThrow(), within(1e-12));
        }
    }

    /** An operation on one variable. */
    private interface OnOne {
        SDVariable apply(GraphScope scope, SDVariable x);

        default Operation onFirst() {
            return (scope, inputs) -> apply(scope, inputs.get(0).variable());
        }
    }

    private static Arguments vector(String name, OnOne operation) {
        return Arguments.of(name, VECTOR, operation);
    }

    private static Arguments sequence(String name, OnOne operation) {
        return Arguments.of(name, SEQUENCE, operation);
    }

    private static Arguments image(String name, OnOne operation) {
        return Arguments.of(name, IMAGE, operation);
    }

    private static void assertRight(TensorSpec shape, Operation operation) {
        assertThat(FiniteDifferences.error(List.of(shape), 11, operation)).isLessThan(RIGHT);
    }
}
