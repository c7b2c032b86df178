package dev.diabolo.plugins.vae.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diabolo.Autoencoder;
import dev.diabolo.ClassificationReport;
import dev.diabolo.Diabolo;
import dev.diabolo.ProgressListener;
import dev.diabolo.Rows;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.error.DiaboloException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model of three kinds of rows, each bright in a place of its own, of which six examples have a label. */
class SemiSupervisedModelTest {
    private static final int[] LABELS = {2, 5, 6};
    private static final int WIDTH = 6;

    private Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE);
    private Dataset data = diabolo.data(rows(), labels());
    private Autoencoder model = diabolo.training("semi-vae")
            .set("classes", 3)
            .set("latent", 2)
            .set("encoder.hidden", 16)
            .set("posterior.hidden", 8)
            .set("labels.known", 6)
            .set("labels.share", 0.2)
            .set("learning-rate", 0.01)
            .epochs(12)
            .batch(20)
            .train(data);

    private static float[][] rows() {
        SplittableRandom random = new SplittableRandom(1);
        float[][] rows = new float[600][WIDTH];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < WIDTH; j++) {
                rows[i][j] = (float) (random.nextDouble() * 0.2 + (j / 2 == i % 3 ? 0.8 : 0));
            }
        }
        return rows;
    }

    private static int[] labels() {
        int[] labels = new int[600];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = LABELS[i % 3];
        }
        return labels;
    }

    @AfterEach
    void close() {
        diabolo.close();
    }

    @Test
    void namesTheLabelsOfExamples() {
        ClassificationReport report = model.classification(data.train()).orElseThrow();

        assertThat(report.clusters()).isFalse();
        assertThat(report.error()).isLessThan(0.02);
        assertThat(model.classify(data.train())[1]).isEqualTo(5);
        assertThat(model.isConditional()).isFalse();
    }

    @Test
    void examplesWhoseLabelIsNotKnownAreNoErrors() {
        int[] labels = labels();
        Arrays.fill(labels, 0, 400, -1);

        ClassificationReport report =
                model.classification(diabolo.data(rows(), labels).train()).orElseThrow();

        assertThat(report.examples()).isEqualTo(200);
        assertThat(report.error()).isLessThan(0.02);
    }

    @Test
    void whereNoLabelIsKnownThereIsNoError() {
        int[] labels = labels();
        Arrays.fill(labels, -1);

        assertThat(model.classification(diabolo.data(rows(), labels).train())).isEmpty();
    }

    @Test
    void generatesWhatALabelStandsFor() {
        for (int k = 0; k < LABELS.length; k++) {
            for (float[] row : model.given(LABELS[k]).generate(40, 1)) {
                assertThat(row[2 * k]).isGreaterThan(0.6f);
                assertThat(row[(2 * k + 2) % WIDTH]).isLessThan(0.4f);
            }
        }
    }

    @Test
    void generatesEveryClassWhereNoLabelIsGiven() {
        int[] counts = new int[3];
        for (float[] row : model.generate(300, 1)) {
            counts[row[0] > 0.5 ? 0 : row[2] > 0.5 ? 1 : 2]++;
        }

        assertThat(Arrays.stream(counts).min().orElseThrow()).isGreaterThan(60);
    }

    @Test
    void whatIsGeneratedDependsOnSeedAndNumberAlone() {
        Autoencoder given = model.given(5);
        float[][] some = given.generate(3, 7).toArray();

        assertThat(Arrays.copyOf(given.generate(100, 7).toArray(), 3)).isEqualTo(some);
        assertThat(given.generate(3, 8).toArray()).isNotEqualTo(some);
    }

    /** The bound, with classes and styles drawn, lies above the estimate by importance sampling. */
    @Test
    void itsBoundIsOne() {
        var report = model.measurements().likelihood(data.train(), 5, 500, 1).orElseThrow();

        assertThat(report.nll().orElseThrow()).isLessThan(report.negativeElbo() + 0.02);
        assertThat(report.nll().orElseThrow()).isGreaterThan(report.negativeElbo() - 1);
    }

    @Test
    void aSavedModelGeneratesTheSame(@TempDir Path directory) {
        Path file = directory.resolve("model.dbl");
        model.save(file);
        Rows before = model.given(6).generate(5, 1);
        try (Autoencoder loaded = diabolo.load(file)) {
            assertThat(loaded.given(6).generate(5, 1).toArray()).isEqualTo(before.toArray());
        }
    }

    @Test
    void whatCannotBeIsRefused() {
        assertRefused(() -> model.given(3), "not trained on the label 3");
        assertRefused(() -> model.given(-1), "not trained on the label -1");
        assertRefused(
                () -> diabolo.training("semi-vae").epochs(1).train(data),
                "posterior: the posterior has 10 classes, and the data have 3");
        assertRefused(
                () -> diabolo.training("semi-vae")
                        .set("posterior.type", "vae.gaussian")
                        .set("posterior.size", 20)
                        .epochs(1)
                        .train(data),
                "posterior");
    }

    private static void assertRefused(Runnable asking, String why) {
        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(asking::run)
                .withMessageContaining(why);
    }
}
