package dev.diabolo.plugins.vae;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.Autoencoder;
import dev.diabolo.Diabolo;
import dev.diabolo.ProgressListener;
import dev.diabolo.TrainingResult;
import dev.diabolo.spi.training.EpochReport;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recipes with posteriors and priors of the module, as they are but for their size, on data of a few dimensions. */
class PosteriorRecipesTest {
    private static final float[][] ROWS = rows(400, 10);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mixture-vae",
                "vamp-vae",
                "flow-vae",
                "iaf-vae",
                "spherical-vae",
                "categorical-vae",
                "ladder-vae"
            })
    void theBoundFalls(String recipe) {
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE)) {
            TrainingResult result = diabolo.training(recipe)
                    .set("latent", 4)
                    .set("encoder.hidden", "32")
                    .set("learning-rate", 0.005)
                    .batch(32)
                    .epochs(30)
                    .seed(1)
                    .run(diabolo.data(ROWS));

            List<EpochReport> epochs = result.epochs();
            assertThat(result.failure()).isEmpty();
            assertThat(epochs.get(0).terms()).containsOnlyKeys("reconstruction", "kl");
            assertThat(bound(epochs.get(29))).isLessThan(0.9 * bound(epochs.get(0)));
        }
    }

    @Test
    void codesOfTheSphericalRecipeHaveLengthOne() {
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE);
                Autoencoder model =
                        diabolo.training("spherical-vae").epochs(1).seed(1).train(diabolo.data(ROWS))) {
            for (float[] code : model.encode(ROWS)) {
                double square = 0;
                for (float value : code) {
                    square += value * value;
                }
                assertThat(square).isBetween(0.9999, 1.0001);
            }
        }
    }

    @Test
    void codesOfTheCategoricalRecipeAreOneHot() {
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE);
                Autoencoder model = diabolo.training("categorical-vae")
                        .set("latent", 4)
                        .epochs(1)
                        .seed(1)
                        .train(diabolo.data(ROWS))) {
            for (float[] code : model.encode(ROWS)) {
                for (int variable = 0; variable < 4; variable++) {
                    int ones = 0;
                    for (int category = 0; category < 10; category++) {
                        float value = code[variable * 10 + category];
                        assertThat(value).isIn(0f, 1f);
                        ones += value == 1 ? 1 : 0;
                    }
                    assertThat(ones).isEqualTo(1);
                }
            }
        }
    }

    /** Dropout has noise for the examples of a batch, and a prior's pseudo-inputs are none. */
    @Test
    void theVampPriorWorksWithDropout() {
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE)) {
            TrainingResult result = diabolo.training("vamp-vae")
                    .set("latent", 2)
                    .set("encoder.dropout", 0.2)
                    .epochs(2)
                    .seed(1)
                    .run(diabolo.data(ROWS));

            assertThat(result.failure()).isEmpty();
        }
    }

    private static double bound(EpochReport epoch) {
        return epoch.terms().values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Near zero or one, by three choices. */
    private static float[][] rows(int count, int width) {
        SplittableRandom random = new SplittableRandom(5);
        float[][] rows = new float[count][width];
        for (float[] row : rows) {
            int a = random.nextInt(2);
            int b = random.nextInt(2);
            int c = random.nextInt(2);
            for (int i = 0; i < width; i++) {
                int bit = i % 3 == 0 ? a : i % 3 == 1 ? b : c;
                row[i] = 0.05f + 0.9f * bit;
            }
        }
        return rows;
    }
}
