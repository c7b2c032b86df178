package dev.diabolo.plugins.vanilla.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.Autoencoder;
import dev.diabolo.Diabolo;
import dev.diabolo.ProgressListener;
import dev.diabolo.Training;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decoders whose weights are the encoder's. */
class TiedWeightsTest {
    private static final int WIDTH = 6;
    private static final float[][] ROWS = rows();

    private final Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE);

    @AfterEach
    void close() {
        diabolo.close();
    }

    private static float[][] rows() {
        SplittableRandom random = new SplittableRandom(3);
        float[][] rows = new float[200][WIDTH];
        for (float[] row : rows) {
            float a = (float) random.nextDouble();
            for (int i = 0; i < WIDTH; i++) {
                row[i] = (float) (0.5 + 0.4 * Math.sin(i + 3 * a));
            }
        }
        return rows;
    }

    private Training training() {
        return diabolo.training("ae")
                .set("decoder.tied", true)
                .epochs(3)
                .batch(50)
                .seed(1);
    }

    /** One linear layer each, no bias learnt to speak of: the decoder is the transposed encoder. */
    @Test
    void theDecoderIsTheTransposedEncoder() {
        Autoencoder model = training()
                .set("encoder.hidden", List.of())
                .set("latent", 2)
                .set("likelihood.activation", "linear")
                .train(diabolo.data(ROWS));
        float[] noCode = model.decode(new float[][] {{0, 0}})[0];
        float[] nothing = model.encode(new float[][] {new float[WIDTH]})[0];
        // Data and reconstructions are scaled alike, so that only the factor between both sides is left.
        for (int j = 0; j < 2; j++) {
            float[] code = new float[2];
            code[j] = 1;
            float[] column = model.decode(new float[][] {code})[0];
            double factor = 0;
            for (int i = 0; i < WIDTH; i++) {
                float[] one = new float[WIDTH];
                one[i] = 1;
                double weight = model.encode(new float[][] {one})[0][j] - nothing[j];
                double back = column[i] - noCode[i];
                factor = factor == 0 ? back / weight : factor;
                assertThat(back).isCloseTo(factor * weight, within(1e-4));
            }
        }
    }

    @Test
    void theParametersAreTheEncodersAndAreSavedOnce(@TempDir Path folder) {
        Autoencoder tied =
                training().set("encoder.hidden", List.of(5, 4)).set("latent", 3).train(diabolo.data(ROWS));
        Path file = folder.resolve("tied.dbl");
        tied.save(file);
        float[][] codes = tied.encode(ROWS);
        float[][] decoded = tied.decode(codes);

        assertThat(decoded).isDeepEqualTo(tied.reconstruct(ROWS));
        try (Diabolo another = Diabolo.create(Map.of(), ProgressListener.NONE)) {
            assertThat(another.load(file).decode(codes)).isDeepEqualTo(decoded);
        }
    }

    @Test
    void aModelWithTiedWeightsLearns() {
        Training training =
                training().set("encoder.hidden", List.of(16)).set("latent", 2).set("learning-rate", 0.01);
        double before = training.epochs(1)
                .train(diabolo.data(ROWS))
                .evaluate(diabolo.data(ROWS).train())
                .mse();
        double after = training.epochs(40)
                .train(diabolo.data(ROWS))
                .evaluate(diabolo.data(ROWS).train())
                .mse();

        assertThat(after).isLessThan(before / 4);
    }

    @Test
    void widthsThatDoNotMirrorAreRefusedWithBothShapes() {
        assertRefused(
                training()
                        .set("encoder.hidden", List.of(5, 4))
                        .set("decoder.hidden", List.of(4, 7))
                        .set("latent", 3),
                "encoder/layer-1/weight",
                "[7, 4]",
                "[5, 4]",
                "mirror");
    }

    @Test
    void anEncoderOfAnotherKindIsRefused() {
        assertRefused(
                diabolo.training("conv1d-ae")
                        .set("encoder.channels", List.of(2))
                        .set("decoder.type", "vanilla.dense")
                        .set("decoder.hidden", List.of(6))
                        .set("decoder.tied", true)
                        .set("latent", 3),
                "encoder/layer-0/weight",
                "encoder/stage-0/weight");
    }

    private void assertRefused(Training training, String... parts) {
        assertThatThrownBy(() -> training.train(diabolo.data(ROWS)))
                .isInstanceOfSatisfying(DiaboloException.class, e -> {
                    assertThat(e.kind()).isEqualTo(ErrorKind.USER);
                    assertThat(e.code()).isEqualTo("graph.nothing-to-share");
                    assertThat(e.getMessage()).contains("decoder").contains(parts);
                });
    }
}
