package dev.diabolo.plugins.vanilla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.Autoencoder;
import dev.diabolo.Diabolo;
import dev.diabolo.ProgressListener;
import dev.diabolo.TrainingResult;
import dev.diabolo.spi.training.EpochReport;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every recipe of the module, as it is but for its size, on data of a few dimensions. */
class RecipesTest {
    private static final float[][] ROWS = rows(400, 10);

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ae         | mse",
                "sparse-l1  | mse, code-l1",
                "sparse-kl  | mse, sparsity",
                "k-sparse   | mse",
                "contractive| mse, contractive",
                "rae        | mse, code-l2, decoder-l2"
            })
    void itLearnsAndReportsItsTerms(String recipe, String terms) {
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE)) {
            var training = diabolo.training(recipe)
                    .set("latent", 8)
                    .set("learning-rate", 0.01)
                    .batch(32)
                    .epochs(12)
                    .seed(1);
            if (recipe.equals("k-sparse")) {
                training.set("posterior.k", 4);
            }

            TrainingResult result = training.run(diabolo.data(ROWS));

            List<EpochReport> epochs = result.epochs();
            assertThat(result.failure()).isEmpty();
            assertThat(epochs.get(0).terms()).containsOnlyKeys(terms.split(", "));
            assertThat(epochs.get(11).terms().get("mse"))
                    .isLessThan(0.7 * epochs.get(0).terms().get("mse"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"4, 1, 4", "4, 1.5, 6", "1, 1, 1"})
    void aSparseCodeHasAsManyValuesAsAreKeptOutsideOfTraining(int k, double alpha, int kept) {
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE)) {
            Autoencoder model = diabolo.training("k-sparse")
                    .set("latent", 20)
                    .set("posterior.k", k)
                    .set("posterior.alpha", alpha)
                    .epochs(1)
                    .train(diabolo.data(ROWS));

            for (float[] code : model.encode(ROWS)) {
                int count = 0;
                for (float value : code) {
                    count += value != 0 ? 1 : 0;
                }
                assertThat(count).isEqualTo(kept);
            }
        }
    }

    /** Points near a surface of three dimensions. */
    private static float[][] rows(int count, int width) {
        SplittableRandom random = new SplittableRandom(5);
        float[][] rows = new float[count][width];
        for (float[] row : rows) {
            double a = random.nextDouble();
            double b = random.nextDouble();
            double c = random.nextDouble();
            for (int i = 0; i < width; i++) {
                row[i] = (float) (0.5 + 0.2 * (a * Math.sin(i) + b * Math.cos(i) + c * Math.sin(2 * i)));
            }
        }
        return rows;
    }
}
