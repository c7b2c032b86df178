package dev.diabolo.plugins.vanilla.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.Normalisation;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** First weights have the moments that their papers give, for 300 connections into a unit and 200 out of it. */
class InitialisationTest {
    private static final int IN = 300;
    private static final int OUT = 200;
    private static final int SIZE = IN * OUT;

    @ParameterizedTest
    @CsvSource({
        // Glorot and Bengio 2010: 2 / (in + out); He et al. 2015: 2 / in; LeCun et al. 1998: 1 / in.
        "GLOROT_UNIFORM, 0.004",
        "GLOROT_NORMAL, 0.004",
        "HE_UNIFORM, 0.006666666667",
        "HE_NORMAL, 0.006666666667",
        "LECUN_NORMAL, 0.003333333333",
        // A third of the square of the limit.
        "TORCH_UNIFORM, 0.001111111111"
    })
    void weightsHaveTheirMoments(WeightInitialisation initialisation, double variance) {
        double[] weights = weights(initialisation);
        double mean = Arrays.stream(weights).average().orElseThrow();
        double found = Arrays.stream(weights).map(w -> w * w).sum() / SIZE;

        // Five standard errors; that of a variance is at most sqrt(2 / n) of it, for a normal distribution.
        assertThat(mean).isCloseTo(0, within(5 * Math.sqrt(variance / SIZE)));
        assertThat(found).isCloseTo(variance, within(5 * variance * Math.sqrt(2.0 / SIZE)));
    }

    @ParameterizedTest
    @CsvSource({
        "GLOROT_UNIFORM, 0.10954451150103322",
        "HE_UNIFORM, 0.1414213562373095",
        "TORCH_UNIFORM, 0.05773502691896258"
    })
    void uniformWeightsFillTheirInterval(WeightInitialisation initialisation, double limit) {
        double greatest =
                Arrays.stream(weights(initialisation)).map(Math::abs).max().orElseThrow();

        assertThat(greatest).isBetween(0.999 * limit, limit * (1 + 1e-7));
    }

    private static double[] weights(WeightInitialisation initialisation) {
        DenseEncoder encoder = new DenseEncoder(
                new DenseEncoderOptions(List.of(OUT), Activation.RELU, initialisation, 0, Normalisation.NONE, false));
        try (GraphProbe probe = GraphProbe.of(
                true,
                42,
                List.of(TensorSpec.of(IN)),
                (scope, inputs) ->
                        Map.of("y", encoder.encode(scope, inputs.get(0)).variable()))) {
            return probe.parameter("probe/layer-0/weight");
        }
    }
}
