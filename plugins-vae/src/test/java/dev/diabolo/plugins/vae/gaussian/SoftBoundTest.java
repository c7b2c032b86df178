package dev.diabolo.plugins.vae.gaussian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.engine.GraphProbe.Precision;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SoftBoundTest {
    private static final double BOUND = 15;

    @Test
    void whatLiesWithinStaysAsItIs() {
        double[] values = {-15, -14.999, -7, -1e-6, 0, 0.1, 3, 15};

        assertThat(bounded(values)).containsExactly(values);
    }

    @Test
    void beyondItGrowsLikeALogarithm() {
        assertThat(bounded(16, -17, 1000))
                .containsExactly(
                        new double[] {
                            15 + Math.log(1 + Math.sqrt(2)),
                            -15 - Math.log(2 + Math.sqrt(5)),
                            15 + Math.log(985 + Math.sqrt(985.0 * 985 + 1))
                        },
                        within(1e-12));
    }

    @Test
    void theGradientIsTheSlopeAndNowhereZero() {
        double[] values = {-1e6, -40, -15, -3, 0, 14.9, 15.1, 100, 1e6};
        double[] slopes = Arrays.stream(values)
                .map(x -> Math.max(0, Math.abs(x) - BOUND))
                .map(beyond -> 1 / Math.sqrt(beyond * beyond + 1))
                .toArray();

        assertThat(gradients(values)).containsExactly(slopes, within(1e-9));
        assertThat(Arrays.stream(gradients(values))).allMatch(slope -> slope > 0);
    }

    @Test
    void inFloat32TheVarianceOfAnAbsurdValueIsFinite() {
        try (GraphProbe probe = probe(Precision.SINGLE)) {
            double[] found = probe.run(1, List.of(new double[] {1e9})).get("y").values();

            assertThat((float) Math.exp(found[0])).isLessThan(Float.MAX_VALUE);
        }
    }

    private static double[] bounded(double... values) {
        try (GraphProbe probe = probe(Precision.DOUBLE)) {
            return probe.run(values.length, List.of(values)).get("y").values();
        }
    }

    private static double[] gradients(double... values) {
        double[] ones = new double[values.length];
        Arrays.fill(ones, 1);
        try (GraphProbe probe = probe(Precision.DOUBLE)) {
            return probe.gradients("y", ones, values.length, List.of(values))
                    .get(probe.inputs().get(0))
                    .values();
        }
    }

    private static GraphProbe probe(Precision precision) {
        return GraphProbe.of(
                precision,
                true,
                1,
                List.of(TensorSpec.of(1)),
                (scope, inputs) ->
                        Map.of("y", new SoftBound(BOUND).apply(inputs.get(0).variable())));
    }
}
