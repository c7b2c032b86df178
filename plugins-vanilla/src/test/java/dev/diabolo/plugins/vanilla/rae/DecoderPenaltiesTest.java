package dev.diabolo.plugins.vanilla.rae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.engine.ModelDefinition;
import dev.diabolo.plugins.vanilla.GivenPass;
import dev.diabolo.plugins.vanilla.dense.DenseDecoderOptions;
import dev.diabolo.plugins.vanilla.dense.DenseDecoderProvider;
import dev.diabolo.plugins.vanilla.dense.DenseEncoderOptions;
import dev.diabolo.plugins.vanilla.dense.DenseEncoderProvider;
import dev.diabolo.plugins.vanilla.deterministic.DeterministicLikelihoodOptions;
import dev.diabolo.plugins.vanilla.deterministic.DeterministicLikelihoodProvider;
import dev.diabolo.plugins.vanilla.point.PointPosteriorOptions;
import dev.diabolo.plugins.vanilla.point.PointPosteriorProvider;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.Normalisation;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Penalties on the decoder of a whole model, with linear layers, against what its parameters say. */
class DecoderPenaltiesTest {
    private static final TensorSpec DATA = TensorSpec.of(5);
    private static final WeightInitialisation USUAL = WeightInitialisation.GLOROT_UNIFORM;

    @Test
    void decayIsTheSumOfSquaresOfTheDecodersParametersAndOfNoOthers() {
        try (GraphProbe probe = probe(new DecoderDecay(), List.of(4))) {
            double expected = 0;
            for (String name : probe.trained()) {
                if (name.startsWith("decoder/")) {
                    double[] values = probe.parameter(name);
                    Arrays.fill(values, 0, 1, 0.5);
                    probe.set(name, values);
                    expected +=
                            Arrays.stream(values).map(value -> value * value).sum();
                }
            }

            double[] terms =
                    probe.run(3, List.of(uniform(3))).get("term:decoder-l2").values();

            assertThat(terms).usingComparatorWithPrecision(1e-12).containsExactly(expected, expected, expected);
        }
    }

    /** Else only biases would be kept small. */
    @Test
    void decayIsOfTiedWeightsToo() {
        try (GraphProbe probe = probe(new DecoderDecay(), List.of(), true)) {
            double expected = sumOfSquares(probe.parameter("posterior/code/weight"))
                    + sumOfSquares(probe.parameter("decoder/output/bias"));

            double[] terms =
                    probe.run(2, List.of(uniform(2))).get("term:decoder-l2").values();

            assertThat(expected).isPositive();
            assertThat(terms).usingComparatorWithPrecision(1e-12).containsExactly(expected, expected);
        }
    }

    private static double sumOfSquares(double[] values) {
        return Arrays.stream(values).map(value -> value * value).sum();
    }

    @Test
    void decayWithoutParametersIsRefused() {
        assertThatThrownBy(() -> GraphProbe.of(
                        true,
                        1,
                        List.of(DATA),
                        (scope, inputs) -> new DecoderDecay().build(scope, GivenPass.code(inputs.get(0)))))
                .isInstanceOf(DiaboloException.class)
                .hasMessageContaining("loss.decoder.l2=0");
    }

    @Test
    void theSlopeOfALinearDecoderIsOnAverageTheSumOfItsSquaredWeights() {
        int batch = 20_000;
        try (GraphProbe probe = probe(new DecoderSlope(new DecoderPenaltyOptions(0, 1, 0.01)), List.of())) {
            double exact = Arrays.stream(probe.parameter("decoder/output/weight"))
                    .map(weight -> weight * weight)
                    .sum();

            double mean = Arrays.stream(probe.run(batch, List.of(uniform(batch)))
                            .get("term:decoder-gradient")
                            .values())
                    .average()
                    .orElseThrow();

            assertThat(mean).isCloseTo(exact, within(0.03 * exact));
        }
    }

    private static double[] uniform(int batch) {
        return new SplittableRandom(3).doubles((long) batch * DATA.size()).toArray();
    }

    private static GraphProbe probe(Loss loss, List<Integer> hidden) {
        return probe(loss, hidden, false);
    }

    private static GraphProbe probe(Loss loss, List<Integer> hidden, boolean tied) {
        return GraphProbe.of(
                true,
                1,
                new ModelDefinition(
                        DATA,
                        new DenseEncoderProvider()
                                .create(new DenseEncoderOptions(
                                        List.of(), Activation.LINEAR, USUAL, 0, Normalisation.NONE, false)),
                        new PointPosteriorProvider().create(new PointPosteriorOptions(3, Activation.LINEAR, USUAL)),
                        new DenseDecoderProvider()
                                .create(new DenseDecoderOptions(
                                        hidden, Activation.LINEAR, USUAL, 0, Normalisation.NONE, false, tied)),
                        new DeterministicLikelihoodProvider()
                                .create(new DeterministicLikelihoodOptions(Activation.LINEAR)),
                        loss,
                        context -> {
                            throw new AssertionError("not trained");
                        }));
    }
}
