package dev.diabolo.plugins.vanilla.deterministic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.spi.Reconstruction;
import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeterministicLikelihoodTest {
    private static final TensorSpec DATA = TensorSpec.of(3);

    @Test
    void theLikelihoodIsThatOfANormalDistributionOfVarianceOne() {
        try (GraphProbe probe = GraphProbe.of(false, 1, List.of(DATA, DATA), (scope, inputs) -> {
            Reconstruction built = new DeterministicLikelihood(new DeterministicLikelihoodOptions(Activation.LINEAR))
                    .reconstruct(scope, inputs.get(0), DATA);
            return Map.of("nll", built.negativeLogLikelihood(inputs.get(1)));
        })) {
            double[] nll = probe.run(1, List.of(new double[] {1, 2, 3}, new double[] {1, 0, 6}))
                    .get("nll")
                    .values();

            assertThat(nll[0]).isCloseTo(0.5 * (0 + 4 + 9) + 1.5 * Math.log(2 * Math.PI), within(1e-12));
        }
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void onlyTheLogisticFunctionHasLogits(Activation activation) {
        GraphProbe.of(false, 1, List.of(DATA), (scope, inputs) -> {
                    Reconstruction built = new DeterministicLikelihood(new DeterministicLikelihoodOptions(activation))
                            .reconstruct(scope, inputs.get(0), DATA);
                    assertThat(built.logits().isPresent()).isEqualTo(activation == Activation.SIGMOID);
                    return Map.of("mean", built.mean().variable());
                })
                .close();
    }
}
