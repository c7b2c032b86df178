package dev.diabolo.plugins.vanilla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.diabolo.Autoencoder;
import dev.diabolo.Diabolo;
import dev.diabolo.ProgressListener;
import dev.diabolo.Training;
import dev.diabolo.TrainingResult;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.training.EvaluationReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Diabolo inside another program, with the plugins on the class path. */
class EmbeddingTest {
    private static final float[][] ROWS = rows(600, 12);

    /** Points near a plane of two dimensions, in units of their own. */
    private static float[][] rows(int count, int width) {
        SplittableRandom random = new SplittableRandom(7);
        float[][] rows = new float[count][width];
        for (float[] row : rows) {
            double a = random.nextDouble();
            double b = random.nextDouble();
            for (int i = 0; i < width; i++) {
                row[i] = (float) (40 + 20 * (a * Math.sin(i) + b * Math.cos(i)) + 0.1 * random.nextGaussian());
            }
        }
        return rows;
    }

    private static Training training(Diabolo diabolo) {
        return diabolo.training("ae")
                .set("encoder.hidden", List.of(16))
                .set("latent", 2)
                .set("learning-rate", 0.01)
                .batch(32)
                .epochs(30)
                .seed(3);
    }

    private static Diabolo diabolo() {
        return Diabolo.create(Map.of(), ProgressListener.NONE);
    }

    @Test
    void aProgramTrainsSavesLoadsAndGetsTheSameBits(@TempDir Path directory) {
        Path file = directory.resolve("model.dbl");
        float[][] codes;
        try (Diabolo diabolo = diabolo()) {
            Autoencoder model = training(diabolo).train(diabolo.data(ROWS));
            codes = model.encode(ROWS);
            model.save(file);
        }
        try (Diabolo another = diabolo()) {
            Autoencoder model = another.load(file);

            assertThat(model.encode(ROWS)).isDeepEqualTo(codes);
            assertThat(model.decode(codes)).isDeepEqualTo(model.reconstruct(ROWS));
            assertThat(model.dataSpec().size()).isEqualTo(12);
            assertThat(model.codeSpec().size()).isEqualTo(2);
            assertThat(model.recipe()).isEqualTo("ae");
        }
    }

    @Test
    void dataComeBackInTheirOwnUnits() {
        try (Diabolo diabolo = diabolo()) {
            Autoencoder model = training(diabolo).train(diabolo.data(ROWS));
            float[][] back = model.reconstruct(ROWS);
            double squares = 0;
            for (int i = 0; i < ROWS.length; i++) {
                for (int j = 0; j < ROWS[i].length; j++) {
                    squares += Math.pow(back[i][j] - ROWS[i][j], 2);
                }
            }
            double deviation = Math.sqrt(squares / (ROWS.length * 12));

            // The rows' own standard deviation is above 5.
            assertThat(deviation).isLessThan(2);
        }
    }

    @Test
    void theSameSeedGivesTheSameModelForAnyNumberOfWorkers() {
        try (Diabolo diabolo = diabolo()) {
            List<float[][]> codes = new ArrayList<>();
            for (int workers : new int[] {1, 2, 3}) {
                codes.add(training(diabolo)
                        .batch(200)
                        .epochs(3)
                        .workers(workers)
                        .train(diabolo.data(ROWS))
                        .encode(ROWS));
            }
            assertThat(codes.get(1)).isDeepEqualTo(codes.get(0));
            assertThat(codes.get(2)).isDeepEqualTo(codes.get(0));
        }
    }

    @Test
    void ofSeveralWrongRowsTheFirstIsToldOf() {
        try (Diabolo diabolo = diabolo()) {
            Autoencoder model = training(diabolo).workers(3).train(diabolo.data(ROWS));
            float[][] wrong = new float[400][12];
            wrong[320][0] = Float.NaN;
            wrong[200][5] = Float.POSITIVE_INFINITY;
            wrong[70][3] = Float.NaN;

            assertThatThrownBy(() -> model.encode(wrong)).hasMessageContaining("row 71, column 4");
        }
    }

    @Test
    void anotherSeedGivesAnotherModel() {
        try (Diabolo diabolo = diabolo()) {
            float[][] first =
                    training(diabolo).epochs(1).train(diabolo.data(ROWS)).encode(ROWS);
            float[][] second = training(diabolo)
                    .epochs(1)
                    .seed(4)
                    .train(diabolo.data(ROWS))
                    .encode(ROWS);

            assertThat(first[0]).isNotEqualTo(second[0]);
        }
    }

    @Test
    void oneModelServesManyThreads() throws Exception {
        try (Diabolo diabolo = diabolo()) {
            Autoencoder model = training(diabolo).epochs(2).train(diabolo.data(ROWS));
            float[][] expected = model.encode(ROWS);
            ExecutorService callers = Executors.newFixedThreadPool(16);
            try {
                List<Callable<float[][]>> calls = Collections.nCopies(64, () -> model.encode(ROWS));
                for (Future<float[][]> call : callers.invokeAll(calls)) {
                    assertThat(call.get()).isDeepEqualTo(expected);
                }
            } finally {
                callers.shutdown();
            }
        }
    }

    @Test
    void aRunReportsEachEpochAndCanBeStopped() {
        try (Diabolo diabolo = diabolo()) {
            int[] asked = {0};
            TrainingResult result =
                    training(diabolo).stopWhen(() -> ++asked[0] > 40).run(diabolo.data(ROWS));

            assertThat(result.stopped()).isTrue();
            assertThat(result.steps()).isEqualTo(40);
            assertThat(result.epochs()).hasSize(2);
            assertThat(result.model().encode(ROWS)).hasNumberOfRows(600);
        }
    }

    @Test
    void nothingIsHeldOutWhereNothingShallBe() {
        try (Diabolo diabolo = diabolo()) {
            TrainingResult all =
                    training(diabolo).set("validation", 0).epochs(2).run(diabolo.data(ROWS));
            TrainingResult most =
                    training(diabolo).set("validation", 0.1).epochs(2).run(diabolo.data(ROWS));

            assertThat(all.examples()).isEqualTo(600);
            assertThat(all.bestEpoch()).isEqualTo(2);
            assertThat(all.epochs().get(0).validation()).isEmpty();
            assertThat(most.examples()).isEqualTo(540);
            assertThat(most.epochs().get(0).validation()).isPresent();
        }
    }

    @Test
    void aModelIsMeasuredOnOtherData() {
        try (Diabolo diabolo = diabolo()) {
            Autoencoder model = training(diabolo).train(diabolo.data(ROWS));
            EvaluationReport report = model.evaluate(diabolo.data(ROWS).train());

            assertThat(report.examples()).isEqualTo(600);
            assertThat(report.terms()).containsOnlyKeys("mse");
            assertThat(report.mse()).isBetween(0.0, 0.01);
        }
    }

    @Test
    void badRowsAreNamed() {
        try (Diabolo diabolo = diabolo()) {
            Autoencoder model = training(diabolo).epochs(1).train(diabolo.data(ROWS));

            assertThatThrownBy(() -> model.encode(new float[][] {new float[12], new float[11]}))
                    .isInstanceOf(DiaboloException.class)
                    .hasMessageContaining("11 values")
                    .hasMessageContaining("takes 12");
            assertThatThrownBy(() -> diabolo.data(new float[][] {{1, 2}, {1, Float.NaN}}))
                    .isInstanceOf(DiaboloException.class)
                    .hasMessageContaining("row 2, column 2");
            assertThatThrownBy(() -> diabolo.data(new float[][] {{1, 2}, {1}}))
                    .isInstanceOf(DiaboloException.class)
                    .hasMessageContaining("row 2");
            assertThatThrownBy(() -> diabolo.data(new float[0][])).isInstanceOf(DiaboloException.class);
        }
    }

    @Test
    void everyBadSettingIsReportedAtOnce() {
        try (Diabolo diabolo = diabolo()) {
            Training training = training(diabolo).set("latent", 0).set("encoder.hiden", 8);

            assertThatThrownBy(() -> training.train(diabolo.data(ROWS)))
                    .isInstanceOf(DiaboloException.class)
                    .hasMessageContaining("posterior.size")
                    .hasMessageContaining("encoder.hidden");
        }
    }

    @Test
    void aClosedModelSaysSo() {
        try (Diabolo diabolo = diabolo()) {
            Autoencoder model = training(diabolo).epochs(1).train(diabolo.data(ROWS));
            model.close();

            assertThatThrownBy(() -> model.encode(ROWS)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void divergenceKeepsTheBestModelBefore() {
        try (Diabolo diabolo = diabolo()) {
            TrainingResult result = training(diabolo)
                    .set("learning-rate", 1e30)
                    .set("likelihood.activation", "linear")
                    .run(diabolo.data(ROWS));

            assertThat(result.failure())
                    .hasValueSatisfying(failure -> assertThat(failure.kind()).isEqualTo(ErrorKind.RUN));
        }
    }
}
