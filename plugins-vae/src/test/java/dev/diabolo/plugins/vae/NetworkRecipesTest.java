package dev.diabolo.plugins.vae;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.Autoencoder;
import dev.diabolo.Diabolo;
import dev.diabolo.LikelihoodReport;
import dev.diabolo.ProgressListener;
import dev.diabolo.Training;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Recipes with networks for images and sequences, as they are but for their size. */
class NetworkRecipesTest {
    @Test
    void theConvolutionalRecipeLearnsImages() {
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE)) {
            learns(
                    diabolo.training("conv-vae")
                            .set("latent", 6)
                            .set("encoder.channels", "4,8")
                            .set("learning-rate", 0.005)
                            .epochs(30),
                    diabolo.data("digits:600+100"),
                    0.6);
        }
    }

    @Test
    void theRecipeForSequencesLearnsWavesAndTheirWidth() {
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE)) {
            learns(
                    diabolo.training("seq-vae")
                            .set("latent", 3)
                            .set("encoder.units", 24)
                            .set("learning-rate", 0.01)
                            .epochs(100),
                    diabolo.data("sines:train=600,test=100,steps=12"),
                    0.3);
        }
    }

    /**
     * @param share of the variance that reconstructions may miss
     */
    private static void learns(Training training, Dataset data, double share) {
        Examples test = data.testOrTrain();
        try (Autoencoder model = training.batch(32).seed(1).train(data)) {
            float[][] rows = rows(test);
            float[][] back = model.reconstruct(rows);
            assertThat(error(rows, back)).isLessThan(share * error(rows, means(rows)));

            LikelihoodReport report =
                    model.measurements().likelihood(test, 5, 200, 1).orElseThrow();
            assertThat(report.nll().orElseThrow()).isLessThan(report.negativeElbo());
            assertThat(model.generate(3, 1).toArray())
                    .hasDimensions(3, test.spec().size());
        }
    }

    private static float[][] rows(Examples examples) {
        float[][] rows = new float[examples.size()][examples.spec().size()];
        for (int i = 0; i < rows.length; i++) {
            examples.read(i, rows[i], 0);
        }
        return rows;
    }

    private static float[][] means(float[][] rows) {
        float[] mean = new float[rows[0].length];
        for (float[] row : rows) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += row[j] / rows.length;
            }
        }
        float[][] means = new float[rows.length][];
        Arrays.fill(means, mean);
        return means;
    }

    private static double error(float[][] rows, float[][] back) {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                sum += Math.pow(rows[i][j] - back[i][j], 2);
            }
        }
        return sum;
    }
}
