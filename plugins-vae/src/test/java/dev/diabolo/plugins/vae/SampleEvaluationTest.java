package dev.diabolo.plugins.vae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.diabolo.Autoencoder;
import dev.diabolo.Diabolo;
import dev.diabolo.ParzenReport;
import dev.diabolo.PriorReport;
import dev.diabolo.ProgressListener;
import dev.diabolo.SampleEvaluation;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SampleEvaluationTest {
    private static Diabolo diabolo;
    private static Dataset data;
    private static Autoencoder model;

    @BeforeAll
    static void train() {
        diabolo = Diabolo.create(Map.of(), ProgressListener.NONE);
        data = diabolo.data("random:3000x5");
        model = diabolo.training("vae")
                .set("encoder.hidden", 8)
                .set("latent", 2)
                .set("validation", 0.4)
                .epochs(3)
                .seed(5)
                .train(data);
    }

    @AfterAll
    static void close() {
        diabolo.close();
    }

    @Test
    void validationExamplesAreOfThoseThatTheRunHeldOut() {
        SampleEvaluation generated = model.samples(200, 1);
        Examples validation = generated.validation(data.train());
        Examples others = generated.withoutValidation(data.train());

        assertThat(validation.size()).isEqualTo(1000);
        assertThat(others.size()).isEqualTo(1800);
        Set<List<Float>> rows = rows(others);
        assertThat(rows(validation)).hasSize(1000).noneMatch(rows::contains);
    }

    private static Set<List<Float>> rows(Examples examples) {
        Set<List<Float>> rows = new HashSet<>();
        float[] row = new float[examples.spec().size()];
        for (int i = 0; i < examples.size(); i++) {
            examples.read(i, row, 0);
            rows.add(List.of(row[0], row[1], row[2], row[3], row[4]));
        }
        return rows;
    }

    @Test
    void theSeedDecidesAndTheWaitIsToldOfOnce() {
        List<Duration> told = new ArrayList<>();
        ParzenReport one = parzen(1, told);

        assertThat(told).hasSize(1);
        assertThat(told.get(0)).isGreaterThanOrEqualTo(Duration.ZERO);
        assertThat(parzen(1, told)).isEqualTo(one);
        assertThat(parzen(2, told).logLikelihood()).isNotEqualTo(one.logLikelihood());
        assertThat(one.examples()).isEqualTo(1800);
        assertThat(one.samples()).isEqualTo(500);
    }

    private static ParzenReport parzen(long seed, List<Duration> told) {
        SampleEvaluation generated = model.samples(500, seed);
        return generated.parzen(
                generated.validation(data.train()), generated.withoutValidation(data.train()), told::add);
    }

    /** Codes are drawn from the posterior: their modes would all lie near 0 where a model has learnt nothing. */
    @Test
    void aPosteriorThatIsThePriorCannotBeToldFromIt() {
        try (Autoencoder collapsed = diabolo.training("vae")
                .set("encoder.hidden", 8)
                .set("latent", 2)
                .set("loss.beta", 1000)
                .epochs(3)
                .train(data)) {
            PriorReport report = collapsed.samples(100, 1).prior(data.train());

            assertThat(report.codes()).isEqualTo(3000);
            assertThat(report.mmdCodes()).isEqualTo(2000);
            assertThat(report.mmd()).isLessThan(3 * report.mmdThreshold());
            assertThat(report.classifierError()).isBetween(0.45, 0.55);
        }
    }

    @Test
    void dataOfAnotherWidthAreRefused() {
        Examples wide = diabolo.data("random:200x6").train();

        assertThatThrownBy(() -> model.samples(100, 1).prior(wide))
                .isInstanceOf(DiaboloException.class)
                .hasMessageContaining("6 values in a row");
    }
}
