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

            assertThat(model.logLikelihood(within, 50, 1)).hasSize(1);
            assertThat(model.likelihood(within, 1, 0, 1)).isPresent();
            assertRefused(() -> model.logLikelihood(outside, 50, 1));
            assertRefused(() -> model.likelihood(outside, 1, 0, 1));
            assertRefused(() -> model.evaluate(outside));
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
