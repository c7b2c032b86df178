package dev.diabolo.plugins.vae;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.Diabolo;
import dev.diabolo.ProgressListener;
import dev.diabolo.TrainingResult;
import dev.diabolo.spi.training.EpochReport;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every recipe of the module with a loss of its own, as it is but for its size, on data of a few dimensions. */
class RecipesTest {
    private static final float[][] ROWS = rows(400, 12);

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "vae         | reconstruction, kl",
                "beta-vae    | reconstruction, kl",
                "capacity-vae| reconstruction, kl, capacity-distance",
                "beta-tc-vae | reconstruction, kl, index-code-information, total-correlation, dimension-kl",
                "dip-vae     | reconstruction, kl, covariance, variance",
                "info-vae    | reconstruction, kl, mmd",
                "wae-mmd     | reconstruction, mmd",
                "sliced-wae  | reconstruction, sliced-wasserstein",
                "iwae        | reconstruction, kl, tightening",
                "miwae       | reconstruction, kl, tightening",
                "ciwae       | reconstruction, kl, tightening"
            })
    void itLearnsAndReportsItsTerms(String recipe, String terms) {
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE)) {
            TrainingResult result = diabolo.training(recipe)
                    .set("latent", 3)
                    .set("encoder.hidden", 32)
                    .set("learning-rate", 0.003)
                    .batch(32)
                    .epochs(10)
                    .seed(1)
                    .run(diabolo.data(ROWS));

            List<EpochReport> epochs = result.epochs();
            assertThat(result.failure()).isEmpty();
            assertThat(epochs.get(0).terms()).containsOnlyKeys(terms.split(", "));
            assertThat(epochs.get(9).terms().get("reconstruction"))
                    .isLessThan(epochs.get(0).terms().get("reconstruction"));
        }
    }

    /** Values that are almost 0 or 1, by the sides of three planes. */
    private static float[][] rows(int count, int width) {
        SplittableRandom random = new SplittableRandom(5);
        float[][] rows = new float[count][width];
        for (float[] row : rows) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            for (int i = 0; i < width; i++) {
                row[i] = (float) (1 / (1 + Math.exp(-6 * (a * Math.sin(i) + b * Math.cos(2 * i)))));
            }
        }
        return rows;
    }
}
