package dev.diabolo.plugins.vae.fixedgaussian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diabolo.Diabolo;
import dev.diabolo.ProgressListener;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.graph.WeightInitialisation;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpreadOptionTest {
    @Test
    void aSpreadThatTheDeviationLeavesNoRoomInIsRefusedWhereItStandsInTheConfiguration() {
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE)) {
            assertThatExceptionOfType(DiaboloException.class)
                    .isThrownBy(() -> diabolo.training("vae")
                            .set("posterior.type", "vae.fixed-gaussian")
                            .set("posterior.deviation", 2)
                            .set("posterior.spread", 2)
                            .train(diabolo.data(new float[][] {{0, 1}, {1, 0}})))
                    .withMessageStartingWith("posterior.spread: ")
                    .withMessageContaining("more than deviation=2.0");
        }
    }

    @Test
    void theOptionsThemselvesNameItWithoutKnowingWhereTheyAreUsed() {
        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> new FixedGaussianPosteriorOptions(2, 2, 1, WeightInitialisation.GLOROT_UNIFORM))
                .withMessageStartingWith("spread: ")
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("options.invalid"));
    }
}
