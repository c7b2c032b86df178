package dev.diabolo.plugins.vanilla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diabolo.Autoencoder;
import dev.diabolo.Diabolo;
import dev.diabolo.ProgressListener;
import dev.diabolo.TrainingResult;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Reading;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.training.EpochReport;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** A decoder that mirrors its encoder does so in every setting that both have. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ae",
                "contractive",
                "deep-ae",
                "denoising",
                "k-sparse",
                "rae",
                "sparse-kl",
                "sparse-l1",
                "tied-ae"
            })
    void theDecoderMirrorsTheEncoder(String recipe) {
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE)) {
            Map<String, Object> settings = diabolo.training(recipe)
                    .set("encoder.hidden", "7,6")
                    .set("encoder.activation", "softplus")
                    .set("encoder.initialisation", "he-uniform")
                    .set("encoder.dropout", 0.125)
                    .set("encoder.normalisation", "layer")
                    .set("encoder.residual", true)
                    .describe()
                    .settings();

            assertThat(settings.get("decoder.hidden")).hasToString("[6, 7]");
            List<String> others = settings.keySet().stream()
                    .filter(key -> key.startsWith("encoder.") && !key.equals("encoder.hidden"))
                    .toList();
            assertThat(others)
                    .hasSizeGreaterThan(5)
                    .allSatisfy(key -> assertThat(settings.get(key.replace("encoder.", "decoder.")))
                            .as(key)
                            .isEqualTo(settings.get(key)));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"cross-entropy, vanilla.cross-entropy", "code.kl, vanilla.composite"})
    void whatALayerCannotBeTrainedWithIsToldWithItsRemedy(String what, String loss) {
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE)) {
            var training = diabolo.training("stacked")
                    .set("encoder.hidden", List.of(6))
                    .set("posterior.activation", "sigmoid")
                    .set("likelihood.activation", "sigmoid")
                    .set("loss.type", loss)
                    .set("latent", 3)
                    .epochs(4);
            if (what.equals("code.kl")) {
                training.set("loss.code.kl", 0.1);
            }

            assertThatExceptionOfType(DiaboloException.class)
                    .isThrownBy(() -> training.train(diabolo.data(ROWS)))
                    .matches(error -> error.kind() == ErrorKind.USER)
                    .withMessageContaining("of 2 cannot be trained by itself")
                    .withMessageContaining("a trainer that trains all layers together")
                    .satisfies(error -> assertThat(error.getMessage())
                            .doesNotContain("likelihood.activation=sigmoid")
                            .doesNotContain("posterior.activation=sigmoid"));
        }
    }

    /** The model could not be read again, which nobody should learn after hours of training. */
    @Test
    void whatAModelFileCannotSayIsRefusedBeforeTraining() {
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE)) {
            Dataset data = diabolo.data(ROWS);
            List<String> words = Collections.nCopies(1 << 18, "w".repeat(64));
            Dataset much = new Dataset(
                    data.name(),
                    data.origin(),
                    data.train(),
                    Optional.empty(),
                    Optional.of(new Reading("text", Map.of("vocabulary", words))));

            assertThatExceptionOfType(DiaboloException.class)
                    .isThrownBy(() -> diabolo.training("ae").epochs(1).train(much))
                    .matches(error -> error.kind() == ErrorKind.USER)
                    .withMessageContaining("vocabulary")
                    .withMessageContaining("less than 16 MiB");
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
