package dev.diabolo.plugins.vanilla.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.plugins.vanilla.GivenPass;
import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Penalties on given codes against formulas written out by hand. */
class CodePenaltiesTest {
    private static final TensorSpec CODE = TensorSpec.of(3);

    @Test
    void normsAreSumsOverTheCodeOfAnExample() {
        double[] codes = {1, -2, 0.5, 0, 0, -4};

        assertThat(values(CodeNorm.L1, codes))
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(3.5, 4.0);
        assertThat(values(CodeNorm.L2, codes))
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(5.25, 16.0);
    }

    @Test
    void sparsityIsTheDivergenceOfMeanActivationsFromTheTargetAndTheSameForTheWholeBatch() {
        double[] codes = {0.1, 0.9, 0.2, 0.3, 0.5, 0.2};
        double expected = divergence(0.2, 0.2) + divergence(0.2, 0.7) + divergence(0.2, 0.2);

        assertThat(values(new MeanActivation(0.2), codes))
                .usingComparatorWithPrecision(1e-4)
                .containsExactly(expected, expected);
    }

    @Test
    void sparsityHasItsLeastValueZeroAtTheTarget() {
        assertThat(values(new MeanActivation(0.25), new double[] {0.2, 0.25, 0, 0.3, 0.25, 0.5}))
                .usingComparatorWithPrecision(1e-9)
                .containsExactly(0, 0);
    }

    @Test
    void silentAndSaturatedUnitsHaveFiniteSparsityAndASlopeBackToTheTarget() {
        try (GraphProbe probe = probe(new MeanActivation(0.1), GivenPass::code)) {
            List<double[]> codes = List.of(new double[] {0, 1, 0.1});

            double[] gradient = probe.gradients("sparsity", new double[] {1}, 1, codes)
                    .get("input-0")
                    .values();

            assertThat(probe.run(1, codes).get("sparsity").values()[0]).isFinite();
            assertThat(gradient[0]).isNegative().isFinite();
            assertThat(gradient[1]).isPositive().isFinite();
        }
    }

    @Test
    void sparsityOfAnUnboundedCodeIsRefusedWithARemedy() {
        assertThatThrownBy(() -> probe(
                        new MeanActivation(0.1),
                        code -> new GivenPass(
                                code,
                                new Latent.Point(code),
                                GivenPass.code(code).reconstruction())))
                .isInstanceOfSatisfying(
                        DiaboloException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.USER))
                .hasMessageContaining("posterior.activation=sigmoid");
    }

    private static double divergence(double target, double mean) {
        return target * Math.log(target / mean) + (1 - target) * Math.log((1 - target) / (1 - mean));
    }

    private static double[] values(Loss loss, double[] codes) {
        try (GraphProbe probe = probe(loss, GivenPass::code)) {
            return probe.run(2, List.of(codes)).get(loss.terms().get(0).name()).values();
        }
    }

    private static GraphProbe probe(Loss loss, Function<Tensor, ForwardPass> pass) {
        return GraphProbe.of(true, 1, List.of(CODE), (scope, inputs) -> loss.build(scope, pass.apply(inputs.get(0))));
    }
}
