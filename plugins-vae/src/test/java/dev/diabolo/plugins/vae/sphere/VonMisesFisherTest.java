package dev.diabolo.plugins.vae.sphere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.engine.GraphProbe.Output;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.autodiff.samediff.SDVariable;

class VonMisesFisherTest {
    private static final int SAMPLES = 20_000;

    /** Samples of the right distribution have a distance beyond it once in a million: Kolmogorov and Smirnov's {@code 2 exp(-2 c^2)}. */
    private static final double CRITICAL = 2.7;

    @ParameterizedTest(name = "{0} numbers, concentration {1}")
    @CsvSource({"2, 0.1", "2, 1", "2, 30", "3, 1", "3, 10", "3, 500", "5, 4", "20, 1", "20, 50", "20, 2000", "101, 10"})
    void cosinesHaveTheDistribution(int size, double concentration) {
        double[] cosines = Arrays.stream(heights(size, concentration))
                .map(height -> 1 - height)
                .sorted()
                .toArray();
        double[] distribution = distribution(size, concentration, cosines);
        double distance = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double lower = Math.abs(distribution[i] - i / (double) SAMPLES);
            double upper = Math.abs(distribution[i] - (i + 1) / (double) SAMPLES);
            distance = Math.max(distance, Math.max(lower, upper));
        }

        assertThat(distance * Math.sqrt(SAMPLES)).isLessThan(CRITICAL);
    }

    @Test
    void samplesLieOnTheSphereAndAroundTheirDirection() {
        int size = 4;
        VonMisesFisherPosterior posterior = new VonMisesFisherPosterior(
                new VonMisesFisherPosteriorOptions(size, WeightInitialisation.GLOROT_UNIFORM));
        double[] features = new double[3 * SAMPLES];
        for (int i = 0; i < features.length; i++) {
            features[i] = new double[] {0.3, -1, 0.5}[i % 3];
        }
        try (GraphProbe probe = GraphProbe.of(true, 1, List.of(TensorSpec.of(3)), (scope, inputs) -> {
            VonMisesFisher latent = (VonMisesFisher) posterior.infer(scope, inputs.get(0));
            return Map.of(
                    "sample",
                    latent.sample().variable(),
                    "mode",
                    latent.mode().variable(),
                    "mean-length",
                    Bessel.of(size / 2.0 - 1, latent.concentration()).ratio());
        })) {
            Map<String, Output> outputs = probe.run(SAMPLES, List.of(features));
            double[] samples = outputs.get("sample").values();
            double[] mean = new double[size];
            for (int i = 0; i < SAMPLES; i++) {
                double square = 0;
                for (int j = 0; j < size; j++) {
                    square += samples[i * size + j] * samples[i * size + j];
                    mean[j] += samples[i * size + j] / SAMPLES;
                }
                assertThat(square).isCloseTo(1, within(1e-9));
            }
            double length = outputs.get("mean-length").values()[0];
            for (int j = 0; j < size; j++) {
                assertThat(mean[j]).isCloseTo(length * outputs.get("mode").values()[j], within(6 / Math.sqrt(SAMPLES)));
            }
        }
    }

    @ParameterizedTest(name = "{0} numbers, concentration {1}")
    @CsvSource({"2, 1", "3, 1", "3, 20", "6, 5", "20, 1", "20, 100"})
    void theDensityIsNormalisedAndTheDivergenceItsIntegral(int size, double concentration) {
        double logDensityAtMode;
        double divergence;
        try (GraphProbe probe = GraphProbe.of(true, 1, List.of(TensorSpec.of(size)), (scope, inputs) -> {
            Tensor mode = inputs.get(0);
            SDVariable zero = mode.variable().sum(true, 1).mul(0);
            VonMisesFisher latent = new VonMisesFisher(mode, zero.add(concentration), mode, zero.add(1));
            return Map.of(
                    "log-density",
                    latent.logDensity(mode).orElseThrow(),
                    "log-density-of-sample",
                    latent.logDensityOfSample().orElseThrow(),
                    "divergence",
                    latent.divergenceFromUniform());
        })) {
            double[] mode = new double[size];
            mode[0] = 1;
            Map<String, Output> outputs = probe.run(1, List.of(mode));
            logDensityAtMode = outputs.get("log-density").values()[0];
            divergence = outputs.get("divergence").values()[0];
            assertThat(outputs.get("log-density-of-sample").values()[0]).isCloseTo(logDensityAtMode, within(1e-12));
        }
        double logUniform = -SphereArea.log(size);
        double mass = 0;
        double expected = 0;
        int steps = 200_000;
        for (int i = 0; i < steps; i++) {
            double angle = Math.PI * (i + 0.5) / steps;
            double logDensity = logDensityAtMode + concentration * (Math.cos(angle) - 1);
            double part =
                    Math.exp(logDensity + ringLogArea(size) + (size - 2) * Math.log(Math.sin(angle))) * Math.PI / steps;
            mass += part;
            expected += part * (logDensity - logUniform);
        }

        assertThat(mass).isCloseTo(1, within(1e-6));
        assertThat(divergence).isCloseTo(expected, within(1e-6));
    }

    @Test
    void areasAreThoseOfTheCircleAndTheBall() {
        assertThat(SphereArea.log(2)).isCloseTo(Math.log(2 * Math.PI), within(1e-14));
        assertThat(SphereArea.log(3)).isCloseTo(Math.log(4 * Math.PI), within(1e-14));
        assertThat(SphereArea.log(4)).isCloseTo(Math.log(2 * Math.PI * Math.PI), within(1e-14));
    }

    /** Of the sphere of the directions across; two points for the circle. */
    private static double ringLogArea(int size) {
        return size == 2 ? Math.log(2) : SphereArea.log(size - 1);
    }

    private static double[] heights(int size, double concentration) {
        try (GraphProbe probe = GraphProbe.of(true, 5, List.of(TensorSpec.of(1)), (scope, inputs) -> {
            return Map.of("height", new Proposals(scope, size, inputs.get(0).variable()).firstAccepted());
        })) {
            double[] concentrations = new double[SAMPLES];
            Arrays.fill(concentrations, concentration);
            return probe.run(SAMPLES, List.of(concentrations)).get("height").values();
        }
    }

    /** The distribution function at sorted cosines, by the density of the angle, in small steps. */
    private static double[] distribution(int size, double concentration, double[] cosines) {
        int steps = 400_000;
        double[] beyond = new double[steps + 1];
        for (int i = 0; i < steps; i++) {
            double angle = Math.PI * (i + 0.5) / steps;
            beyond[i + 1] = beyond[i]
                    + Math.exp(concentration * (Math.cos(angle) - 1) + (size - 2) * Math.log(Math.sin(angle)));
        }
        return Arrays.stream(cosines)
                .map(cosine -> Math.acos(Math.max(-1, Math.min(1, cosine))) / Math.PI * steps)
                .map(place -> {
                    int below = (int) Math.min(steps - 1, place);
                    double part = place - below;
                    return 1 - (beyond[below] * (1 - part) + beyond[below + 1] * part) / beyond[steps];
                })
                .toArray();
    }
}
