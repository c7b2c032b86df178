package dev.diabolo.plugins.vae.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.Autoencoder;
import dev.diabolo.CodeSampler;
import dev.diabolo.Diabolo;
import dev.diabolo.ProgressListener;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.error.DiaboloException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Samplers with networks, fitted to codes of models, kept in their files, and drawn from. */
class LearntSamplersTest {
    private static final Map<String, Map<String, ?>> SMALL = Map.of(
            "maf", Map.of("training.epochs", 3, "flow.hidden", "16"),
            "two-stage", Map.of("training.epochs", 3, "hidden", "16"),
            "autoregressive", Map.of("training.epochs", 3, "channels", 8, "embedding", 4, "blocks", 1));

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"ae, maf", "ae, two-stage", "vq-vae, autoregressive"})
    void aModelKeepsWhatWasLearnt(String recipe, String sampler) {
        Path file = directory.resolve("model.dbl");
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE)) {
            Dataset data = diabolo.data("digits:200+50");
            Autoencoder model = model(diabolo, recipe, data);
            CodeSampler fitted = diabolo.fitSampler(model, sampler, SMALL.get(sampler), data.train(), 1);
            float[][] generated = model.generate(fitted, 5, 7).toArray();
            float[] code = model.encode(data.train()).toArray()[3];
            model.save(file, fitted);

            assertThat(fitted.fitted().logDensity(code)).isFinite();
            Autoencoder loaded = diabolo.load(file);
            CodeSampler kept = loaded.sampler().orElseThrow();
            assertThat(loaded.generate(kept, 5, 7).toArray()).isDeepEqualTo(generated);
            assertThat(kept.fitted().logDensity(code)).isCloseTo(fitted.fitted().logDensity(code), within(1e-3));
            assertThat(kept.options()).isEqualTo(fitted.options());
        }
    }

    @Test
    void samplersForOtherCodesAreRefused() {
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE)) {
            Dataset data = diabolo.data("digits:100+50");
            Autoencoder numbers = model(diabolo, "ae", data);
            Autoencoder choices = model(diabolo, "vq-vae", data);

            assertRefused(diabolo, numbers, "autoregressive", data, "choices");
            assertRefused(diabolo, choices, "maf", data, "a sampler for choices");
            assertRefused(diabolo, choices, "gaussian", data, "a sampler for choices");
        }
    }

    private static void assertRefused(
            Diabolo diabolo, Autoencoder model, String sampler, Dataset data, String message) {
        assertThatThrownBy(() -> diabolo.fitSampler(model, sampler, Map.of(), data.train(), 1))
                .isInstanceOf(DiaboloException.class)
                .hasMessageContaining(message);
    }

    private static Autoencoder model(Diabolo diabolo, String recipe, Dataset data) {
        var training = diabolo.training(recipe);
        return (recipe.equals("vq-vae")
                        ? training.set("encoder.channels", "4,8,8").set("posterior.groups", 2)
                        : training.set("latent", 4).set("encoder.hidden", "16"))
                .epochs(2)
                .batch(32)
                .seed(1)
                .train(data);
    }
}
