package dev.diabolo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.engine.GraphProbe.Precision;
import dev.diabolo.spi.graph.Logistic;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;

class LogProbabilitiesTest {
    private static final double[] FAR_APART = {0, 1000, -1e4};

    @Test
    void logitsFarApartHaveFiniteLogarithmsAndGradients() {
        double[] found = run(Precision.SINGLE, Logistic::logProbabilities, FAR_APART);

        assertThat(found).containsExactly(-1000, 0, -11000);
    }

    @Test
    void theyAreTheLogarithmsOfTheSoftmax() {
        double[] logits = {0.3, -1.2, 2};
        double sum = Arrays.stream(logits).map(Math::exp).sum();

        double[] found = run(Precision.DOUBLE, Logistic::logProbabilities, logits);

        for (int i = 0; i < logits.length; i++) {
            assertThat(found[i]).isCloseTo(Math.log(Math.exp(logits[i]) / sum), within(1e-12));
        }
    }

    /** Fails when ND4J's own is as good, and ours no longer needed. */
    @Test
    void logSoftmaxOfNd4jIsInfinite() {
        double[] found = run(Precision.SINGLE, x -> x.getSameDiff().nn().logSoftmax(x, 1), FAR_APART);

        assertThat(found[0]).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    private static double[] run(Precision precision, UnaryOperator<SDVariable> function, double[] logits) {
        try (GraphProbe probe = GraphProbe.of(
                precision,
                true,
                1,
                List.of(TensorSpec.of(logits.length)),
                (scope, inputs) -> Map.of("y", function.apply(inputs.get(0).variable())))) {
            double[] ones = new double[logits.length];
            Arrays.fill(ones, 1);
            assertThat(probe.gradients("y", ones, 1, List.of(logits))
                            .get("input-0")
                            .values())
                    .doesNotContain(Double.NaN);
            return probe.run(1, List.of(logits)).get("y").values();
        }
    }
}
