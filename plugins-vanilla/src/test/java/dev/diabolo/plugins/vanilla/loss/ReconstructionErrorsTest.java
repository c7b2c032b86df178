package dev.diabolo.plugins.vanilla.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.engine.GraphProbe.Precision;
import dev.diabolo.plugins.vanilla.GivenPass;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The losses against formulas written out by hand. */
class ReconstructionErrorsTest {
    private static final TensorSpec ONE = TensorSpec.of(1);
    private static final TensorSpec IMAGE = TensorSpec.of(1, 2, 2);

    @ParameterizedTest
    @CsvSource({
        // A certain and wrong answer costs its logit, a certain and right one nothing.
        "10000, 0, 10000",
        "10000, 1, 0",
        "-10000, 0, 0",
        "-10000, 1, 10000",
        "-10000, 0.25, 2500",
        "10000, 0.25, 7500",
        "50, 0, 50",
        // ND4J computes log1p(x) as log(1 + x): nothing is left of 2e-22.
        "-50, 0, 0",
        "0, 0, 0.6931471805599453",
        "0, 0.3, 0.6931471805599453",
    })
    void crossEntropyIsRightAtExtremeLogits(double logit, double target, double expected) {
        assertThat(crossEntropy(Precision.DOUBLE, logit, target))
                .isCloseTo(expected, within(1e-15 * Math.max(expected, 1)));
        assertThat(crossEntropy(Precision.SINGLE, logit, target))
                .isCloseTo(expected, within(1e-6 * Math.max(expected, 1)));
    }

    @ParameterizedTest
    @CsvSource({"-3, 0", "-1.5, 0.2", "0.1, 0.9", "2, 0.5", "4, 1"})
    void crossEntropyIsTheTextbooksFormula(double logit, double target) {
        double p = 1 / (1 + Math.exp(-logit));
        double byHand = -target * Math.log(p) - (1 - target) * Math.log(1 - p);

        assertThat(crossEntropy(Precision.DOUBLE, logit, target)).isCloseTo(byHand, within(1e-13));
    }

    @ParameterizedTest
    @CsvSource({"10000, 0, 1", "10000, 1, 0", "-10000, 1, -1", "-10000, 0, 0", "2, 0.5, 0.3807970779778824"})
    void theGradientOfCrossEntropyIsTheErrorOfTheProbability(double logit, double target, double expected) {
        try (GraphProbe probe = probe(Precision.DOUBLE, new CrossEntropy(), ONE, true)) {
            double[] gradient = probe.gradients(
                            "cross-entropy", new double[] {1}, 1, List.of(new double[] {logit}, new double[] {target}))
                    .get("input-0")
                    .values();

            assertThat(gradient[0]).isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void crossEntropySumsOverTheValuesOfAnExample() {
        try (GraphProbe probe = probe(Precision.DOUBLE, new CrossEntropy(), IMAGE, true)) {
            double[] terms = probe.run(2, List.of(new double[8], new double[8]))
                    .get("cross-entropy")
                    .values();

            assertThat(terms).usingComparatorWithPrecision(1e-12).containsExactly(4 * Math.log(2), 4 * Math.log(2));
        }
    }

    @Test
    void crossEntropyWithoutLogitsIsRefusedWithARemedy() {
        assertThatThrownBy(() -> probe(Precision.DOUBLE, new CrossEntropy(), ONE, false))
                .isInstanceOfSatisfying(
                        DiaboloException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.USER))
                .hasMessageContaining("likelihood.activation=sigmoid");
    }

    @Test
    void onlyCrossEntropyNeedsDataInTheUnitInterval() {
        assertThat(new CrossEntropy().needsUnitInterval()).isTrue();
        assertThat(new MeanSquaredError().needsUnitInterval()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void meanSquaredErrorIsTheMeanOverTheValuesOfAnExample(Precision precision) {
        try (GraphProbe probe = probe(precision, new MeanSquaredError(), IMAGE, false)) {
            double[] terms = probe.run(
                            2, List.of(new double[] {1, 2, 3, 4, 0, 0, 0, 0}, new double[] {1, 0, 3, 0, 0, 0, 0, 2}))
                    .get("mse")
                    .values();

            assertThat(terms).containsExactly((4 + 16) / 4.0, 4 / 4.0);
        }
    }

    @Test
    void meanAbsoluteErrorIsTheMeanOverTheValuesOfAnExample() {
        assertThat(onImages(new MeanAbsoluteError(), "mae")).containsExactly((2 + 4) / 4.0, 2 / 4.0);
    }

    @Test
    void hubersErrorIsSquaredUpToDeltaAndAbsoluteBeyond() {
        // Errors of 2 and 4 in the first example, of 2 in the second: d (|e| - d / 2) beyond d, e^2 / 2 up to it.
        assertThat(onImages(new HuberLoss(new HuberLossOptions(3)), "huber"))
                .usingComparatorWithPrecision(1e-12)
                .containsExactly((2 + 3 * (4 - 1.5)) / 4, 2 / 4.0);
        assertThat(onImages(new HuberLoss(new HuberLossOptions(0.5)), "huber"))
                .usingComparatorWithPrecision(1e-12)
                .containsExactly((0.5 * (2 - 0.25) + 0.5 * (4 - 0.25)) / 4, 0.5 * (2 - 0.25) / 4);
        assertThat(onImages(new HuberLoss(new HuberLossOptions(100)), "huber"))
                .usingComparatorWithPrecision(1e-12)
                .containsExactly((2 + 8) / 4.0, 2 / 4.0);
    }

    private static double[] onImages(Loss loss, String term) {
        try (GraphProbe probe = probe(Precision.DOUBLE, loss, IMAGE, false)) {
            return probe.run(2, List.of(new double[] {1, 2, 3, 4, 0, 0, 0, 0}, new double[] {1, 0, 3, 0, 0, 0, 0, 2}))
                    .get(term)
                    .values();
        }
    }

    private static double crossEntropy(Precision precision, double logit, double target) {
        try (GraphProbe probe = probe(precision, new CrossEntropy(), ONE, true)) {
            return probe.run(1, List.of(new double[] {logit}, new double[] {target}))
                    .get("cross-entropy")
                    .values()[0];
        }
    }

    /** The loss of raw values, the first input, against data, the second. */
    private static GraphProbe probe(Precision precision, Loss loss, TensorSpec spec, boolean logits) {
        return GraphProbe.of(
                precision,
                true,
                1,
                List.of(spec, spec),
                (scope, inputs) -> loss.build(scope, GivenPass.reconstruction(inputs.get(1), inputs.get(0), logits)));
    }
}
