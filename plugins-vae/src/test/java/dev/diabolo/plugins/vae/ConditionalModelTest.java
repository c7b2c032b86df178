package dev.diabolo.plugins.vae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diabolo.Autoencoder;
import dev.diabolo.Diabolo;
import dev.diabolo.ProgressListener;
import dev.diabolo.Rows;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that is conditioned on labels, on two kinds of rows that only the label tells apart: low ones and high ones. */
class ConditionalModelTest {
    private static final int LOW = 3;
    private static final int HIGH = 7;
    private static final int WIDTH = 4;

    private Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE);
    private Dataset data = diabolo.data(rows(), labels());
    private Autoencoder model = diabolo.training("cvae")
            .set("latent", 2)
            .set("encoder.hidden", 8)
            .set("learning-rate", 0.02)
            .epochs(15)
            .batch(20)
            .train(data);

    private static float[][] rows() {
        SplittableRandom random = new SplittableRandom(1);
        float[][] rows = new float[400][WIDTH];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < WIDTH; j++) {
                rows[i][j] = (float) (random.nextDouble() * 0.2 + (i % 2 == 0 ? 0 : 0.8));
            }
        }
        return rows;
    }

    private static int[] labels() {
        int[] labels = new int[400];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i % 2 == 0 ? LOW : HIGH;
        }
        return labels;
    }

    @BeforeEach
    void knowsItsLabels() {
        assertThat(model.classes()).containsExactly(LOW, HIGH);
        assertThat(model.isConditional()).isTrue();
    }

    @AfterEach
    void close() {
        diabolo.close();
    }

    @Test
    void anyPosteriorCanBeConditioned() {
        Autoencoder other = diabolo.training("cvae")
                .set("latent", 2)
                .set("encoder.hidden", 8)
                .set("posterior.type", "vae.full-gaussian")
                .epochs(1)
                .train(data);

        assertThat(other.given(HIGH).generate(3, 1).size()).isEqualTo(3);
    }

    @Test
    void aNormalPosteriorMayDoWithoutLayersOfItsOwn() {
        Autoencoder other = diabolo.training("cvae")
                .set("latent", 2)
                .set("encoder.hidden", 8)
                .set("posterior.hidden", List.of())
                .epochs(1)
                .train(data);

        assertThat(other.given(HIGH).generate(3, 1).size()).isEqualTo(3);
    }

    @Test
    void generatesWhatTheLabelStandsFor() {
        assertThat(mean(model.given(LOW).generate(50, 1))).isLessThan(0.3);
        assertThat(mean(model.given(HIGH).generate(50, 1))).isGreaterThan(0.7);
    }

    @Test
    void generatesEachLabelInTurnWhereNoneIsGiven() {
        float[][] rows = model.generate(300, 1).toArray();

        assertThat(rows[0]).isEqualTo(model.given(LOW).generate(1, 1).toArray()[0]);
        for (int i = 0; i < rows.length; i++) {
            assertThat(rows[i][0] > 0.5).as("example %d is a high one", i).isEqualTo(i % 2 == 1);
        }
    }

    private static double mean(Rows rows) {
        double sum = 0;
        for (float[] row : rows) {
            for (float value : row) {
                sum += value;
            }
        }
        return sum / ((double) rows.size() * WIDTH);
    }

    @Test
    void examplesAreEncodedWithTheirOwnLabels() {
        Examples examples = data.train();
        float[][] codes = model.encode(examples).toArray();
        float[][] restored = model.reconstruct(examples).toArray();
        float[][] rows = {rows()[0], rows()[1]};

        assertThat(codes[0]).isEqualTo(model.given(LOW).encode(rows)[0]);
        assertThat(codes[1]).isEqualTo(model.given(HIGH).encode(rows)[1]);
        assertThat(codes[1]).isNotEqualTo(model.given(LOW).encode(rows)[1]);
        assertThat(restored[1]).isEqualTo(model.given(HIGH).reconstruct(rows)[1]);
    }

    @Test
    void oneCodeIsDecodedAsTheLabelSays() {
        float[][] code = {{0, 0}};

        assertThat(model.given(HIGH).decode(code)[0][0] - model.given(LOW).decode(code)[0][0])
                .isGreaterThan(0.4f);
    }

    @Test
    void aMissingLabelIsRefused() {
        Examples unlabelled = diabolo.data(rows()).train();

        assertRefused(() -> model.encode(rows()), "conditioned on labels");
        assertRefused(() -> model.decode(new float[][] {{0, 0}}), "conditioned on labels");
        assertRefused(() -> model.encode(unlabelled).toArray(), "conditioned on labels");
        assertRefused(() -> model.evaluate(unlabelled), "conditioned on labels");
        assertRefused(() -> model.measurements().likelihood(unlabelled, 1, 0, 1), "conditioned on labels");
        assertRefused(() -> diabolo.training("cvae").train(diabolo.data(rows())), "the data have none");
    }

    @Test
    void aCompressedFileHoldsNoLabels(@TempDir Path directory) {
        Path file = directory.resolve("codes");

        assertRefused(() -> model.compression().write(data.train(), 8, file), "conditioned on label,");
        assertThat(file).doesNotExist();
        model.given(HIGH).compression().write(data.train(), 8, file);
        assertRefused(() -> model.compression().read(file), "conditioned on label,");
        assertRefused(() -> model.given(LOW).compression().read(file), "label=" + HIGH + ", and not label=" + LOW);
        assertThat(mean(model.given(HIGH).compression().read(file))).isGreaterThan(0.4);
    }

    /** Of labels, -1 says that the class is not known, here as where classes are learnt. */
    @Test
    void aLabelThatIsNotKnownIsMissing() {
        int[] labels = labels();
        labels[0] = -1;
        Dataset holey = diabolo.data(rows(), labels);

        assertRefused(() -> model.encode(holey.train()).toArray(), "conditioned on labels");
        assertRefused(() -> diabolo.training("cvae").train(holey), "conditioned on labels");
    }

    @Test
    void aLabelThatItWasNotTrainedOnIsRefused() {
        assertRefused(() -> model.given(5), "not trained on the label 5");
        assertRefused(() -> model.given(-1), "not trained on the label -1");
        Examples other =
                diabolo.data(new float[][] {{0, 0, 0, 0}}, new int[] {4}).train();
        assertRefused(() -> model.encode(other).toArray(), "not trained on the label 4");
    }

    @Test
    void aModelThatIsNotConditionalTakesNoLabel() {
        try (Autoencoder plain =
                diabolo.training("vae").set("latent", 2).epochs(1).train(data)) {
            assertThat(plain.classes()).isEmpty();
            assertRefused(() -> plain.given(LOW), "not conditioned on labels");
        }
    }

    @Test
    void hiddenLabelsAreRefusedWhereTheyAreConditions() {
        assertRefused(() -> diabolo.training("cvae").set("labels.known", 10).train(data), "labels.known");
    }

    private static void assertRefused(Runnable asking, String why) {
        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(asking::run)
                .matches(error -> error.kind() == ErrorKind.USER)
                .withMessageContaining(why);
    }

    @Test
    void moreSamplesThanAnybodyWaitsForAreRefused() {
        assertRefused(() -> model.measurements().likelihood(data.train(), 1, 100_000_000, 1), "nllSamples: 100000000 ");
        assertRefused(() -> model.measurements().likelihood(data.train(), 0, 0, 1), "samples: 0 samples");
        assertRefused(() -> model.measurements().logLikelihood(data.train(), 0, 1), "allowed: 1 to 1,000,000");
    }

    /** The bound is that of labelled examples, and below the likelihood of importance sampling. */
    @Test
    void itsLikelihoodIsThatOfExamplesGivenTheirLabels() {
        var report = model.measurements().likelihood(data.train(), 5, 500, 1).orElseThrow();

        assertThat(report.nll().orElseThrow()).isLessThan(report.negativeElbo() + 0.05);
        assertThat(model.evaluate(data.train()).mse()).isLessThan(0.01);
    }

    @Test
    void aSavedModelKnowsItsLabels(@TempDir Path directory) {
        Path file = directory.resolve("model.dbl");
        model.save(file);
        try (Autoencoder loaded = diabolo.load(file)) {
            assertThat(loaded.classes()).containsExactly(LOW, HIGH);
            assertThat(loaded.given(HIGH).generate(3, 1).toArray())
                    .isEqualTo(model.given(HIGH).generate(3, 1).toArray());
        }
    }
}
