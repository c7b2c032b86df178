package dev.diabolo.plugins.vae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.Diabolo;
import dev.diabolo.ProgressListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The configuration files of variational models. */
class ExamplesTest {
    private static final String BURDA = "mnist-burda.yaml";

    private static Map<String, Object> settings(String recipe, String file) {
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE)) {
            return diabolo.training(recipe)
                    .configuration(Path.of("..", "examples", file))
                    .describe()
                    .settings();
        }
    }

    @ParameterizedTest
    @CsvSource({"vae, mnist-vae.yaml", "vae, " + BURDA, "iwae, " + BURDA})
    void aFileConfiguresItsRecipe(String recipe, String file) {
        assertThat(number(settings(recipe, file), "validation")).isZero();
    }

    /** Burda et al. 2016, section 5.1: 0.001 times 10^(-i/7) for 3^i passes, i from 0 to 7. */
    @Test
    void theScheduleIsThatOfTheSource() {
        Map<String, Object> settings = settings("iwae", BURDA);
        List<Double> ends = new ArrayList<>();
        double passes = 0;
        for (int i = 0; i < 8; i++) {
            passes += Math.pow(3, i);
            ends.add(passes);
        }

        String schedule = "trainer.optimiser.schedule.";
        assertThat(number(settings, "epochs")).isEqualTo(passes);
        assertThat((List<?>) settings.get(schedule + "milestones")).isEqualTo(ends.subList(0, 7));
        assertThat(Math.pow(number(settings, schedule + "factor"), 7)).isCloseTo(0.1, within(1e-12));
        assertThat(number(settings, "trainer.optimiser.learning-rate")).isEqualTo(0.001);
    }

    private static double number(Map<String, Object> settings, String key) {
        return Double.parseDouble(settings.get(key).toString());
    }
}
