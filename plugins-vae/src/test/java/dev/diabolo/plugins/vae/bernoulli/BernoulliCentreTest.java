package dev.diabolo.plugins.vae.bernoulli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.Autoencoder;
import dev.diabolo.Diabolo;
import dev.diabolo.ProgressListener;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the logits of a Bernoulli likelihood are counted from. */
class BernoulliCentreTest {
    private static final float[][] DATA = {{0, 1, 0.5f, 0.2f}, {0, 1, 0.9f, 0}, {0, 1, 0.7f, 0.1f}};
    private static final float[] MEANS = {0, 1, 0.7f, 0.1f};

    /** Of values that are always 0 or 1, the logits stay finite. */
    private static final float MARGIN = 0.001f;

    @TempDir
    private Path directory;

    /** Trained by next to nothing, with weights of next to nothing in the way: only the centre is left. */
    private static Autoencoder untrained(Diabolo diabolo, String centre) {
        return diabolo.training("vae")
                .set("latent", 2)
                .set("encoder.hidden", 4)
                .set("learning-rate", 1e-30)
                .set("likelihood.centre", centre)
                .set("validation", 0)
                .epochs(1)
                .train(diabolo.data(DATA));
    }

    @Test
    void aDecoderThatKnowsNothingBeginsWithTheMeansOfTheData() {
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE);
                Autoencoder model = untrained(diabolo, "data")) {
            float[] decoded = model.decode(new float[][] {{0, 0}})[0];

            for (int i = 0; i < MEANS.length; i++) {
                float within = Math.max(MARGIN, Math.min(1 - MARGIN, MEANS[i]));
                assertThat(decoded[i]).isCloseTo(within, within(1e-5f));
            }
        }
    }

    @Test
    void elseItBeginsInTheMiddle() {
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE);
                Autoencoder model = untrained(diabolo, "zero")) {
            assertThat(model.decode(new float[][] {{0, 0}})[0]).containsOnly(0.5f, 0.5f, 0.5f, 0.5f);
        }
    }

    @Test
    void theCentreIsKeptWithTheModel() {
        Path file = directory.resolve("model.dbl");
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE);
                Autoencoder model = untrained(diabolo, "data")) {
            model.save(file);
            try (Autoencoder loaded = diabolo.load(file)) {
                assertThat(loaded.decode(new float[][] {{0.3f, -1}}))
                        .isDeepEqualTo(model.decode(new float[][] {{0.3f, -1}}));
            }
        }
    }
}
