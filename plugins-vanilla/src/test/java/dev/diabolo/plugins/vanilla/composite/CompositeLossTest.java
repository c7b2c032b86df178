package dev.diabolo.plugins.vanilla.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.options.OptionSchema;
import dev.diabolo.plugins.vanilla.GivenPass;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.training.Moment;
import dev.diabolo.spi.training.TermSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompositeLossTest {
    private static Loss loss(Map<String, ?> options) {
        OptionSchema schema = OptionSchema.of(CompositeLossOptions.class);
        return new CompositeLossProvider().create((CompositeLossOptions) schema.read(options));
    }

    @Test
    void onlyTermsWithAWeightAreBuiltAndTheyHaveTheirWeights() {
        Loss loss = loss(Map.of("reconstruction.ssim", 0.5, "code.l1", 0.01, "code.l2", 0));

        assertThat(loss.terms()).extracting(TermSpec::name).containsExactly("mse", "ssim", "code-l1");
        assertThat(loss.terms())
                .extracting(term -> term.weight().at(new Moment(1, 10, 10)))
                .containsExactly(1.0, 0.5, 0.01);
        try (GraphProbe probe = GraphProbe.of(
                true,
                1,
                List.of(TensorSpec.of(4, 4)),
                (scope, inputs) -> loss.build(scope, GivenPass.code(inputs.get(0))))) {
            double[] values = new double[16];
            values[3] = -2;

            var terms = probe.run(1, List.of(values));

            assertThat(terms.keySet()).containsExactlyInAnyOrder("mse", "ssim", "code-l1");
            assertThat(terms.get("code-l1").values()[0]).isCloseTo(2, within(1e-12));
        }
    }

    @Test
    void dataInTheUnitIntervalAreNeededWhereATermNeedsThem() {
        assertThat(loss(Map.of("code.l1", 1)).needsUnitInterval()).isFalse();
        assertThat(loss(Map.of("reconstruction.ssim", 1)).needsUnitInterval()).isTrue();
        assertThat(loss(Map.of("reconstruction.cross-entropy", 1)).needsUnitInterval())
                .isTrue();
    }

    @Test
    void aLossThatIsNotAboutTheDataIsRefusedWithARemedy() {
        assertThatThrownBy(() -> loss(Map.of("reconstruction.mse", 0, "code.l1", 1)))
                .isInstanceOfSatisfying(
                        DiaboloException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.USER))
                .hasMessageContaining("loss.reconstruction.mse=1");
    }
}
