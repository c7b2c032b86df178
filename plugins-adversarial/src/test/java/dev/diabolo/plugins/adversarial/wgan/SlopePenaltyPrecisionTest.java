package dev.diabolo.plugins.adversarial.wgan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.engine.GraphProbe.Output;
import dev.diabolo.engine.GraphProbe.Precision;
import dev.diabolo.options.OptionSchema;
import dev.diabolo.plugins.adversarial.discriminator.Discriminator;
import dev.diabolo.plugins.adversarial.discriminator.DiscriminatorOptions;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much of the penalty's gradient float32 keeps with the step that is the default. */
class SlopePenaltyPrecisionTest {
    private static final int BATCH = 32;
    private static final int SIZE = 6;
    private static final WassersteinLossOptions DEFAULTS = (WassersteinLossOptions)
            OptionSchema.of(WassersteinLossOptions.class).defaults();

    /**
     * Two values of the critic, each right to some 8 of the units 2^-24 in which float32 rounds numbers below 1, are subtracted and
     * divided by the step; the square doubles what that is wrong by: 2 * 2 * 8 * 2^-24 / 0.01 = 1.9e-4 of the largest gradient.
     */
    private static final double TOLERANCE = 2 * 2 * 8 * 0x1p-24 / 0.01;

    @ParameterizedTest
    @ValueSource(ints = {4, SIZE})
    void float32KeepsTheDigitsThatDifferencesOverTheDefaultStepLeave(int directions) {
        Map<String, Output> exact = gradients(Precision.DOUBLE, directions);
        Map<String, Output> single = gradients(Precision.SINGLE, directions);
        double largest = exact.values().stream()
                .flatMapToDouble(gradient -> Arrays.stream(gradient.values()))
                .map(Math::abs)
                .max()
                .orElseThrow();

        assertThat(largest).isGreaterThan(0.01);
        assertThat(single).hasSameSizeAs(exact);
        single.forEach((name, gradient) -> assertThat(gradient.values())
                .as(name)
                .usingComparatorWithPrecision(TOLERANCE * largest)
                .containsExactly(exact.get(name).values()));
    }

    /** Of the mean over a batch. */
    private static Map<String, Output> gradients(Precision precision, int directions) {
        double[] points = new SplittableRandom(1).doubles((long) BATCH * SIZE).toArray();
        double[] weights = new double[BATCH];
        Arrays.fill(weights, 1.0 / BATCH);
        try (GraphProbe probe = GraphProbe.of(precision, true, 1, List.of(TensorSpec.of(SIZE)), (scope, inputs) -> {
            Discriminator critic = new Discriminator(scope.child("critic"), critic());
            SlopePenalty penalty = new SlopePenalty(scope, directions, DEFAULTS.step());
            return Map.of(
                    "penalty",
                    penalty.of(inputs.get(0), inputs.get(0), values -> critic.logit(critic.features(values)))
                            .penalty());
        })) {
            return probe.gradients("penalty", weights, BATCH, List.of(points));
        }
    }

    private static DiscriminatorOptions critic() {
        return (DiscriminatorOptions) OptionSchema.of(DiscriminatorOptions.class)
                .read(Map.of("hidden", List.of(32, 32), "activation", "tanh"));
    }
}
