package dev.diabolo.plugins.vae.sphere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.engine.GraphProbe.Output;
import dev.diabolo.engine.GraphProbe.Precision;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BesselTest {
    private static final double[] POINTS = {0, 1e-4, 0.1, 1, 2.5, 10, 24, 60, 150, 500};

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1, 2, 4.5, 9, 23.5, 24, 31, 100, 511.5})
    void logSeriesAndRatioAreThoseOfTheSeries(double order) {
        Map<String, Output> found = run(Precision.DOUBLE, order);
        for (int i = 0; i < POINTS.length; i++) {
            double expected = logSeries(order, POINTS[i]);
            double ratio = POINTS[i] / (2 * (order + 1)) * Math.exp(logSeries(order + 1, POINTS[i]) - expected);

            assertThat(found.get("log-series").values()[i])
                    .as("log S of order %s at %s", order, POINTS[i])
                    .isCloseTo(expected, within(1e-8));
            assertThat(found.get("ratio").values()[i])
                    .as("ratio of order %s at %s", order, POINTS[i])
                    .isCloseTo(ratio, within(1e-8));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 9, 24, 511.5})
    void theRatioIsTheGradientOfTheLogSeries(double order) {
        double[] ones = new double[POINTS.length];
        Arrays.fill(ones, 1);
        try (GraphProbe probe = probe(Precision.DOUBLE, order)) {
            double[] gradients = probe.gradients("log-series", ones, POINTS.length, List.of(POINTS))
                    .get(probe.inputs().get(0))
                    .values();

            assertThat(gradients)
                    .containsExactly(run(Precision.DOUBLE, order).get("ratio").values(), within(1e-7));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 2, 24, 511.5})
    void inFloat32ItIsAsGoodAsFloat32Allows(double order) {
        double[] single = run(Precision.SINGLE, order).get("log-series").values();
        for (int i = 0; i < POINTS.length; i++) {
            double expected = logSeries(order, POINTS[i]);

            assertThat(single[i]).isCloseTo(expected, within(3e-6 * Math.max(0.1, expected)));
        }
    }

    /** The logarithm of {@code sum_k (x^2/4)^k / (k! (v+1)...(v+k))}, all terms of which are positive. */
    private static double logSeries(double order, double x) {
        double logTerm = 0;
        double largest = 0;
        double sum = 1;
        for (int k = 1; k < 5000; k++) {
            logTerm += 2 * Math.log(x / 2) - Math.log(k) - Math.log(order + k);
            if (logTerm > largest) {
                sum = sum * Math.exp(largest - logTerm) + 1;
                largest = logTerm;
            } else {
                sum += Math.exp(logTerm - largest);
            }
        }
        return largest + Math.log(sum);
    }

    private static Map<String, Output> run(Precision precision, double order) {
        try (GraphProbe probe = probe(precision, order)) {
            return probe.run(POINTS.length, List.of(POINTS));
        }
    }

    private static GraphProbe probe(Precision precision, double order) {
        return GraphProbe.of(precision, true, 1, List.of(TensorSpec.of(1)), (scope, inputs) -> {
            Bessel bessel = Bessel.of(order, inputs.get(0).variable());
            return Map.of("log-series", bessel.logSeries(), "ratio", bessel.ratio());
        });
    }
}
