package dev.diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diabolo.Autoencoder;
import dev.diabolo.ClassificationReport;
import dev.diabolo.Diabolo;
import dev.diabolo.ProgressListener;
import dev.diabolo.Training;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.error.DiaboloException;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Adversarial recipes with classes, on three kinds of rows, each bright in a place of its own; their style is how bright. */
class ClassesTest {
    private static final int WIDTH = 6;

    private final Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE);
    private final Dataset data = diabolo.data(rows(), labels());

    private static float[][] rows() {
        SplittableRandom random = new SplittableRandom(1);
        float[][] rows = new float[600][WIDTH];
        for (int i = 0; i < rows.length; i++) {
            double style = 0.4 + 0.6 * random.nextDouble();
            for (int j = 0; j < WIDTH; j++) {
                rows[i][j] = (float) (style * (j / 2 == i % 3 ? 1 : 0.1));
            }
        }
        return rows;
    }

    private static int[] labels() {
        int[] labels = new int[600];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i % 3;
        }
        return labels;
    }

    private Training small(String recipe) {
        return diabolo.training(recipe)
                .set("latent", 1)
                .set("encoder.hidden", 16)
                .set("learning-rate", 0.002)
                .set("adversarial-learning-rate", 0.004)
                .epochs(40)
                .batch(20);
    }

    @AfterEach
    void close() {
        diabolo.close();
    }

    @Test
    void fewLabelsNameAllClasses() {
        Autoencoder model = small("aae-semi")
                .set("loss.discriminator.hidden", 16)
                .set("classes", 3)
                .set("labels.known", 6)
                .train(data);
        ClassificationReport report = model.classification(data.train()).orElseThrow();

        assertThat(report.clusters()).isFalse();
        assertThat(report.error()).isLessThan(0.05);
        assertGeneratesByLabel(model);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aae-cluster", "aae-heads"})
    void clustersAreFoundWithoutLabelsAndGeneratedByNumber(String recipe) {
        Autoencoder model = small(recipe)
                .set("loss.discriminator.hidden", 16)
                .set("clusters", 4)
                .train(data);
        ClassificationReport report = model.classification(data.train()).orElseThrow();

        assertThat(report.clusters()).isTrue();
        assertThat(report.error()).isLessThan(0.5);
        assertThat(model.classes()).isEmpty();
        assertThat(model.given(3).generate(2, 1).toArray())
                .isNotEqualTo(model.given(0).generate(2, 1).toArray());
        assertRefused(() -> model.given(4), "not trained on the label 4");
    }

    @Test
    void aDecoderThatIsGivenLabelsGeneratesThem() {
        Autoencoder model =
                small("aae-supervised").set("loss.discriminator.hidden", 16).train(data);

        assertGeneratesByLabel(model);
    }

    @Test
    void eachLabelHasItsPartOfThePrior() {
        Autoencoder model = small("aae-labels")
                .set("latent", 2)
                .set("prior.components", 3)
                .set("loss.discriminator.hidden", 16)
                .train(data);

        assertThat(model.isConditional()).isFalse();
        assertGeneratesByLabel(model);
    }

    /** The place of a label is brighter where the label is given than where another is. */
    private static void assertGeneratesByLabel(Autoencoder model) {
        for (int k = 0; k < 3; k++) {
            assertThat(mean(model.given(k), 2 * k)).isGreaterThan(mean(model.given((k + 1) % 3), 2 * k) + 0.05);
        }
    }

    private static double mean(Autoencoder model, int column) {
        double sum = 0;
        for (float[] row : model.generate(50, 1)) {
            sum += row[column] / 50;
        }
        return sum;
    }

    private static void assertRefused(Runnable asking, String why) {
        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(asking::run)
                .withMessageContaining(why);
    }
}
