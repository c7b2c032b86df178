package dev.diabolo.plugins.vae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diabolo.Autoencoder;
import dev.diabolo.Diabolo;
import dev.diabolo.ProgressListener;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A Bernoulli likelihood is of values in [0, 1] only, whoever asks for it. */
class LikelihoodOfDataTest {
    @Test
    void dataThatALikelihoodIsNotDefinedForAreRefused() {
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE);
                Autoencoder model = diabolo.training("vae")
                        .set("latent", 2)
                        .set("encoder.hidden", 4)
                        .epochs(1)
                        .train(diabolo.data(new float[][] {{0, 1, 0.5f}, {1, 0, 0.5f}}))) {
            Examples within = diabolo.data(new float[][] {{0.2f, 0.4f, 0.6f}}).train();
            Examples outside = diabolo.data(new float[][] {{0.2f, 0.4f, 2}}).train();

            assertThat(model.measurements().logLikelihood(within, 50, 1)).hasSize(1);
            assertThat(model.measurements().likelihood(within, 1, 0, 1)).isPresent();
            assertRefused(() -> model.measurements().logLikelihood(outside, 50, 1));
            assertRefused(() -> model.measurements().likelihood(outside, 1, 0, 1));
            assertRefused(() -> model.evaluate(outside));
        }
    }

    @Test
    void countsAreWholeAndNotNegative() {
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE)) {
            assertTrainingRefused(
                    diabolo, "vae.poisson", "", new float[][] {{1, 2}, {3, -4}}, "row 2", "column 1", "-4.0");
            assertTrainingRefused(
                    diabolo,
                    "vae.negative-binomial",
                    "",
                    new float[][] {{1, 2}, {2.5f, 4}},
                    "row 2",
                    "column 0",
                    "2.5");
        }
    }

    /** Each column has the values that its own family is defined for. */
    @Test
    void aMixedTableIsRefusedByTheColumnThatDoesNotFit() {
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE)) {
            String columns = "0=gaussian,1=poisson,rest=bernoulli";
            assertTrainingRefused(
                    diabolo,
                    "vae.composite",
                    columns,
                    new float[][] {{-1, 2, 0}, {-1.5f, 0.5f, 1}},
                    "row 2",
                    "column 1",
                    "0.5");
            assertTrainingRefused(
                    diabolo,
                    "vae.composite",
                    columns,
                    new float[][] {{-1, 2, 0}, {-1.5f, 3, 7}},
                    "row 2",
                    "column 2",
                    "[0, 1]");
        }
    }

    private static void assertTrainingRefused(
            Diabolo diabolo, String likelihood, String columns, float[][] rows, String... parts) {
        var training =
                diabolo.training("vae").set("likelihood.type", likelihood).epochs(1);
        if (!columns.isEmpty()) {
            training.set("likelihood.columns", columns);
        }
        var refused = assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> training.train(diabolo.data(rows)))
                .matches(error -> error.kind() == ErrorKind.USER);
        for (String part : parts) {
            refused.withMessageContaining(part);
        }
    }

    private static void assertRefused(Runnable asking) {
        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(asking::run)
                .matches(error -> error.kind() == ErrorKind.USER)
                .withMessageContaining("[0, 1]")
                .withMessageContaining("2.0");
    }
}
