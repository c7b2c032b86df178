package dev.diabolo.plugins.adversarial.wgan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.autodiff.samediff.SDVariable;

class SlopePenaltyTest {
    private static final int BATCH = 4000;

    /** Half a wave is as wide as a mode of the built-in ring, three deviations to each side. */
    private static final double FREQUENCY = 100;

    @ParameterizedTest
    @EnumSource
    void alongTheAxesTheSlopeIsThatOfTheGradient(GraphProbe.Precision precision) {
        double[] points = points(2);
        try (GraphProbe probe = GraphProbe.of(
                precision,
                true,
                1,
                List.of(TensorSpec.of(2)),
                (scope, inputs) ->
                        measured(new SlopePenalty(scope, 2, 0.01), inputs.get(0), SlopePenaltyTest::plane))) {
            var results = probe.run(BATCH, List.of(points));

            assertThat(results.get("slope").values()).containsOnly(new double[] {5}, within(5e-4));
            assertThat(results.get("penalty").values()).containsOnly(new double[] {16}, within(5e-3));
        }
    }

    @Test
    void inRandomDirectionsThePenaltyIsLeastAtASlopeOfOneAndTheSlopeIsRightOnAverage() {
        try (GraphProbe probe = GraphProbe.of(
                true,
                1,
                List.of(TensorSpec.of(6)),
                (scope, inputs) -> Map.of(
                        "slope", penalty(scope.child("one"), inputs.get(0), 1).slope(),
                        "less", penalty(scope.child("less"), inputs.get(0), 0.9).penalty(),
                        "one", penalty(scope.child("right"), inputs.get(0), 1).penalty(),
                        "more", penalty(scope.child("more"), inputs.get(0), 1.1).penalty()))) {
            var results = probe.run(BATCH, List.of(points(6)));

            double least = mean(results.get("one").values());
            assertThat(mean(results.get("slope").values())).isCloseTo(1, within(0.02));
            assertThat(least)
                    .isLessThan(mean(results.get("less").values()))
                    .isLessThan(mean(results.get("more").values()));
            assertThat(least).as("1 - a^2 for four directions").isCloseTo(0.116, within(0.01));
        }
    }

    /** A step as long as a mode is wide sees nothing of a critic that tells modes apart. */
    @Test
    void aShortStepSeesTheSlopeOfWhatChangesWithinAMode() {
        double[] points = points(2);
        double exact = IntStream.range(0, BATCH)
                .mapToDouble(row -> Math.abs(FREQUENCY * Math.cos(FREQUENCY * points[2 * row])))
                .average()
                .orElseThrow();

        assertThat(waves(points, 0.01)).isCloseTo(exact, within(0.1 * exact));
        assertThat(waves(points, 0.05)).isLessThan(0.3 * exact);
    }

    private static double waves(double[] points, double step) {
        try (GraphProbe probe = GraphProbe.of(
                true,
                1,
                List.of(TensorSpec.of(2)),
                (scope, inputs) -> measured(
                        new SlopePenalty(scope, 2, step),
                        inputs.get(0),
                        values -> scope.graph()
                                .math()
                                .sin(values.part(0, 1).variable().mul(FREQUENCY))
                                .sum(1)))) {
            return mean(probe.run(BATCH, List.of(points)).get("slope").values());
        }
    }

    private static SlopePenalty.Measured penalty(GraphScope scope, Tensor input, double slope) {
        return new SlopePenalty(scope, 4, 0.01)
                .of(input, input, values -> values.variable().sum(1).mul(slope / Math.sqrt(6)));
    }

    private static Map<String, SDVariable> measured(
            SlopePenalty penalty, Tensor points, Function<Tensor, SDVariable> critic) {
        SlopePenalty.Measured measured = penalty.of(points, points, critic);
        return Map.of("slope", measured.slope(), "penalty", measured.penalty());
    }

    /** A plane of the slope 5. */
    private static SDVariable plane(Tensor values) {
        return values.part(0, 1)
                .variable()
                .mul(3)
                .add(values.part(1, 1).variable().mul(-4))
                .sum(1);
    }

    private static double[] points(int size) {
        return new SplittableRandom(1).doubles((long) BATCH * size).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
