package dev.diabolo.plugins.vae.fixedgaussian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.engine.GraphProbe.Output;
import dev.diabolo.engine.GraphProbe.Precision;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedGaussianSamplesTest {
    private static final int EXAMPLES = 20_000;
    private static final int SIZE = 2;
    private static final double DEVIATION = 1.5;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void codesLieAroundTheirMeansWithTheDeviationWhateverTheFeatures(boolean training) {
        Map<String, Output> outputs = run(training, 0);
        double[] sample = outputs.get("sample").values();
        double[] mean = outputs.get("mean").values();

        for (int dimension = 0; dimension < SIZE; dimension++) {
            for (int half = 0; half < 2; half++) {
                double squares = 0;
                for (int i = half; i < EXAMPLES; i += 2) {
                    squares += Math.pow(sample[SIZE * i + dimension] - mean[SIZE * i + dimension], 2);
                }
                assertThat(Math.sqrt(2 * squares / EXAMPLES)).isCloseTo(DEVIATION, within(0.05));
            }
        }
        for (double logVariance : outputs.get("log-variance").values()) {
            assertThat(logVariance).isCloseTo(2 * Math.log(DEVIATION), within(1e-12));
        }
    }

    @Test
    void inTrainingAllCodesTogetherHaveTheSpread() {
        Map<String, Output> outputs = run(true, 5);
        double[] sample = outputs.get("sample").values();
        double[] mean = outputs.get("mean").values();

        for (int dimension = 0; dimension < SIZE; dimension++) {
            assertThat(deviation(sample, dimension)).isCloseTo(5, within(0.1));
            assertThat(deviation(mean, dimension)).isCloseTo(Math.sqrt(25 - DEVIATION * DEVIATION), within(1e-5));
        }
    }

    @Test
    void outsideOfTrainingTheFirstAveragesLeaveCodesAsTheyAreButForTheScale() {
        double[] free = run(false, 0).get("mean").values();
        double[] scaled = run(false, 5).get("mean").values();

        for (int i = 0; i < free.length; i++) {
            assertThat(scaled[i]).isCloseTo(free[i] * Math.sqrt(25 - DEVIATION * DEVIATION), withinPercentage(0.01));
        }
    }

    private static double deviation(double[] codes, int dimension) {
        double sum = 0;
        double squares = 0;
        for (int i = dimension; i < codes.length; i += SIZE) {
            sum += codes[i];
            squares += codes[i] * codes[i];
        }
        double mean = sum / EXAMPLES;
        return Math.sqrt(squares / EXAMPLES - mean * mean);
    }

    /** Of features that are small and large in turn. */
    private static Map<String, Output> run(boolean training, double spread) {
        FixedGaussianPosterior posterior = new FixedGaussianPosterior(
                new FixedGaussianPosteriorOptions(SIZE, DEVIATION, spread, WeightInitialisation.GLOROT_UNIFORM));
        SplittableRandom random = new SplittableRandom(1);
        double[] features = new double[3 * EXAMPLES];
        for (int i = 0; i < features.length; i++) {
            features[i] = random.nextDouble(-1, 1) * (i / 3 % 2 == 0 ? 0.1 : 100);
        }
        try (GraphProbe probe =
                GraphProbe.of(Precision.DOUBLE, training, 1, List.of(TensorSpec.of(3)), (scope, inputs) -> {
                    Latent.Gaussian latent = (Latent.Gaussian) posterior.infer(scope, inputs.get(0));
                    return Map.of(
                            "sample", latent.sample().variable(),
                            "mean", latent.mean().variable(),
                            "log-variance", latent.logVariance().variable());
                })) {
            return probe.run(EXAMPLES, List.of(features));
        }
    }
}
