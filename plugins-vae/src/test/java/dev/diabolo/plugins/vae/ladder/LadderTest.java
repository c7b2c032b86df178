package dev.diabolo.plugins.vae.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.Autoencoder;
import dev.diabolo.Diabolo;
import dev.diabolo.LikelihoodReport;
import dev.diabolo.ProgressListener;
import dev.diabolo.engine.GraphProbe;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LadderTest {
    private static final Hierarchy HIERARCHY =
            new Hierarchy(List.of(3, 2, 1), 4, Activation.TANH, WeightInitialisation.HE_NORMAL, 15);

    /** Precisions add, and means are weighted by them. */
    @Test
    void mergingIsTheNormalisedProductOfTwoDensities() {
        double[] means = {0.3, -2, 5};
        double[] logVariances = {-1, 0.5, 9};
        double[] otherMeans = {1.3, 4, -5};
        double[] otherLogVariances = {0.7, -3, -9};
        TensorSpec spec = TensorSpec.of(3);
        try (GraphProbe probe = GraphProbe.of(true, 1, List.of(spec, spec, spec, spec), (scope, inputs) -> {
            Normal merged = normal(inputs, 0).merged(normal(inputs, 2));
            return Map.of("mean", merged.mean(), "log-variance", merged.logVariance());
        })) {
            var outputs = probe.run(1, List.of(means, logVariances, otherMeans, otherLogVariances));
            for (int i = 0; i < 3; i++) {
                double one = Math.exp(-logVariances[i]);
                double two = Math.exp(-otherLogVariances[i]);
                assertThat(outputs.get("log-variance").values()[i]).isCloseTo(-Math.log(one + two), within(1e-9));
                assertThat(outputs.get("mean").values()[i])
                        .isCloseTo((means[i] * one + otherMeans[i] * two) / (one + two), within(1e-9));
            }
        }
    }

    /** In the mean over samples of all layers, the divergences are {@code log q - log p}; over the code's last layer too. */
    @Test
    void theDivergenceIsTheMeanOverSamplesOfTheDensitiesRatio() {
        int rows = 20_000;
        TensorSpec features = TensorSpec.of(5);
        try (GraphProbe probe = GraphProbe.of(true, 3, List.of(features), (scope, inputs) -> {
            Ladder ladder = (Ladder) new LadderPosterior(HIERARCHY).infer(scope, inputs.get(0));
            Hierarchy.Parameters parameters = Hierarchy.Parameters.of(scope);
            var prior = HIERARCHY.logDensity(parameters, ladder.sample().variable());
            return Map.of(
                    "difference", ladder.logDensityOfSample().orElseThrow().sub(prior),
                    "divergence", HIERARCHY.divergences(parameters, ladder).sum(1));
        })) {
            double[] repeated = new double[rows * 5];
            for (int i = 0; i < repeated.length; i++) {
                repeated[i] = new double[] {0.4, -1, 0.2, 1.5, -0.6}[i % 5];
            }
            var outputs = probe.run(rows, List.of(repeated));
            double[] differences = outputs.get("difference").values();
            double[] divergences = outputs.get("divergence").values();
            double error = Math.sqrt((variance(differences) + variance(divergences)) / rows);

            assertThat(mean(divergences)).isPositive().isCloseTo(mean(differences), within(5 * error));
            assertThat(variance(divergences)).isLessThan(variance(differences));
        }
    }

    /** A layer that the data tell nothing of is the prior. */
    @Test
    void whatTheDataTellNothingOfIsThePrior() {
        TensorSpec spec = TensorSpec.of(1);
        try (GraphProbe probe = GraphProbe.of(true, 1, List.of(spec, spec, spec, spec), (scope, inputs) -> {
            Normal prior = normal(inputs, 0);
            return Map.of("divergence", prior.merged(normal(inputs, 2)).divergenceFrom(prior));
        })) {
            double[] divergence = probe.run(
                            1, List.of(new double[] {1}, new double[] {0}, new double[] {2}, new double[] {30}))
                    .get("divergence")
                    .values();
            assertThat(divergence[0]).isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void theBoundIsBelowTheLikelihoodAndAllLayersAreThere() {
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE);
                Autoencoder model = train(diabolo, "4,2")) {
            LikelihoodReport report = model.measurements()
                    .likelihood(diabolo.data(rows(100)).train(), 20, 500, 1)
                    .orElseThrow();
            float[][] generated = model.generate(200, 1).toArray();

            assertThat(report.klPerDimension()).hasSize(6);
            assertThat(report.nll()).isPresent();
            assertThat(report.nll().getAsDouble()).isLessThan(report.negativeElbo());
            assertThat(report.negativeElbo() - report.nll().getAsDouble()).isLessThan(3);
            // Values that belong together by the data's making are generated together.
            long agreeing = Arrays.stream(generated)
                    .filter(row -> row[0] > 0.5 == row[3] > 0.5)
                    .count();
            assertThat(agreeing).isGreaterThan(180);
        }
    }

    @Test
    void sizesThatDoNotFitAreRefused() {
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE)) {
            assertThatThrownBy(() -> diabolo.training("ladder-vae")
                            .set("prior.sizes", "20,9")
                            .epochs(1)
                            .train(diabolo.data(rows(20))))
                    .isInstanceOf(DiaboloException.class)
                    .hasMessageContaining("28")
                    .hasMessageContaining("29")
                    .hasMessageContaining("prior.sizes");
            assertThatThrownBy(() -> diabolo.training("ladder-vae")
                            .set("prior.hidden", "7")
                            .epochs(1)
                            .train(diabolo.data(rows(20))))
                    .isInstanceOf(DiaboloException.class)
                    .hasMessageContaining("posterior/down-0/hidden/weight");
        }
    }

    private static Autoencoder train(Diabolo diabolo, String sizes) {
        return diabolo.training("ladder-vae")
                .set("latent", 4)
                .set("posterior.sizes", sizes)
                .set("posterior.hidden", 16)
                .set("encoder.hidden", "32")
                .set("loss.warm-up.length", 5)
                .set("learning-rate", 0.005)
                .batch(32)
                .epochs(40)
                .seed(1)
                .train(diabolo.data(rows(400)));
    }

    private static Normal normal(List<Tensor> inputs, int first) {
        return new Normal(inputs.get(first).variable(), inputs.get(first + 1).variable());
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
    }

    /** Near zero or one, by three choices. */
    private static float[][] rows(int count) {
        SplittableRandom random = new SplittableRandom(5);
        float[][] rows = new float[count][9];
        for (float[] row : rows) {
            int[] bits = {random.nextInt(2), random.nextInt(2), random.nextInt(2)};
            for (int i = 0; i < row.length; i++) {
                row[i] = 0.02f + 0.96f * bits[i % 3];
            }
        }
        return rows;
    }
}
