package dev.diabolo.plugins.vae.categorical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.engine.GraphProbe.Output;
import dev.diabolo.engine.GraphProbe.Precision;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CategoricalSamplesTest {
    private static final int CATEGORIES = 5;
    private static final int SAMPLES = 20_000;

    @Test
    void outsideOfTrainingCategoriesAreAsFrequentAsTheirProbabilities() {
        Map<String, Output> outputs = run(Precision.DOUBLE, false, false);
        double[] sample = outputs.get("sample").values();
        double[] logProbabilities = outputs.get("log-probabilities").values();
        double[] frequencies = new double[CATEGORIES];
        for (int i = 0; i < sample.length; i++) {
            assertThat(sample[i]).isIn(0.0, 1.0);
            frequencies[i % CATEGORIES] += sample[i] / SAMPLES;
        }

        for (int j = 0; j < CATEGORIES; j++) {
            assertThat(frequencies[j]).isCloseTo(Math.exp(logProbabilities[j]), within(3 / Math.sqrt(SAMPLES)));
        }
        assertThat(Arrays.stream(frequencies).max().orElseThrow()).isGreaterThan(0.3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void inTrainingSamplesSumToOneAndAreOneHotOnlyStraightThrough(boolean straightThrough) {
        double[] sample =
                run(Precision.SINGLE, true, straightThrough).get("sample").values();
        int oneHot = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double[] row = Arrays.copyOfRange(sample, i * CATEGORIES, (i + 1) * CATEGORIES);
            assertThat(Arrays.stream(row).sum()).isCloseTo(1, within(1e-5));
            assertThat(Arrays.stream(row)).allMatch(Double::isFinite);
            oneHot += Arrays.stream(row).max().orElseThrow() > 1 - 1e-6 ? 1 : 0;
        }

        assertThat(oneHot).isBetween(straightThrough ? SAMPLES : 0, straightThrough ? SAMPLES : SAMPLES / 2);
    }

    private static Map<String, Output> run(Precision precision, boolean training, boolean straightThrough) {
        CategoricalPosterior posterior = new CategoricalPosterior(new CategoricalPosteriorOptions(
                1, CATEGORIES, 0.5, straightThrough, WeightInitialisation.GLOROT_UNIFORM));
        double[] features = new double[2 * SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            features[2 * i] = 1;
            features[2 * i + 1] = -2;
        }
        try (GraphProbe probe = GraphProbe.of(precision, training, 1, List.of(TensorSpec.of(2)), (scope, inputs) -> {
            Latent.Categorical latent = (Latent.Categorical) posterior.infer(scope, inputs.get(0));
            return Map.of("sample", latent.sample().variable(), "log-probabilities", latent.logProbabilities());
        })) {
            return probe.run(SAMPLES, List.of(features));
        }
    }
}
