package dev.diabolo.plugins.adversarial.game;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.spi.training.EpochReport;
import dev.diabolo.spi.training.TrainingWarning;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CollapseTest {
    @Test
    void aGameThatGoesWellIsNotWarnedOf() {
        assertThat(warnings(Map.of("accuracy", 0.7, "spread", 0.9))).isEmpty();
        assertThat(warnings(Map.of("reconstruction", 3.0))).isEmpty();
    }

    @Test
    void aDiscriminatorThatTellsEverythingIsWarnedOfWithWhatToChange() {
        assertThat(warnings(Map.of("accuracy", 0.999, "spread", 0.9)))
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.code()).isEqualTo("adversarial.discriminator-wins");
                    assertThat(warning.problem().message())
                            .contains(
                                    "99.9 %",
                                    "epoch 4", "learning-rate", "trainer.skip-above", "loss.discriminator.noise");
                });
    }

    @Test
    void codesThatAreAllTheSameAreWarnedOf() {
        assertThat(warnings(Map.of("accuracy", 0.7, "spread", 0.001)))
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.code()).isEqualTo("adversarial.collapse");
                    assertThat(warning.problem().message()).contains("codes", "0.001");
                });
    }

    private static List<TrainingWarning> warnings(Map<String, Double> terms) {
        EpochReport report = new EpochReport(4, 100, 1000, 1, terms, Double.NaN, Optional.empty());
        return Collapse.watches("codes").stream()
                .map(watch -> watch.look(report))
                .flatMap(Optional::stream)
                .toList();
    }
}
