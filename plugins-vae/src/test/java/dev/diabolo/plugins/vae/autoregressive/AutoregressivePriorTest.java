package dev.diabolo.plugins.vae.autoregressive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.options.OptionSchema;
import dev.diabolo.spi.CodeSpace;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AutoregressivePriorTest {
    static List<Arguments> grids() {
        return List.of(
                Arguments.of(TensorSpec.of(1, 2, 2), 3),
                Arguments.of(TensorSpec.of(2, 2), 3),
                Arguments.of(TensorSpec.of(3), 4),
                Arguments.of(TensorSpec.of(2, 2, 1), 3));
    }

    /** Of all codes there are, the probabilities sum to one: no choice sees itself or what comes after it. */
    @ParameterizedTest
    @MethodSource("grids")
    void probabilitiesSumToOne(TensorSpec spec, int entries) {
        double[] all = all(spec.size(), entries);
        double[] densities = densities(spec, entries, all);

        assertThat(Arrays.stream(densities).map(Math::exp).sum()).isCloseTo(1, within(1e-9));
        assertThat(densities[0]).isNotEqualTo(densities[1]);
    }

    /** Codes are drawn as often as their probability says. */
    @ParameterizedTest
    @MethodSource("grids")
    void samplesHaveTheProbabilities(TensorSpec spec, int entries) {
        int rows = 20_000;
        double[] all = all(spec.size(), entries);
        double[] densities = densities(spec, entries, all);
        double[] counts = new double[densities.length];
        try (GraphProbe probe = GraphProbe.of(
                false,
                1,
                List.of(spec),
                (scope, inputs) -> Map.of(
                        "sample",
                        prior(spec, entries).sample(scope, new NoModel(spec)).variable()))) {
            double[] drawn = probe.run(rows, List.of(new double[rows * spec.size()]))
                    .get("sample")
                    .values();
            for (int row = 0; row < rows; row++) {
                int number = 0;
                for (int j = 0; j < spec.size(); j++) {
                    number = number * entries + (int) drawn[row * spec.size() + j];
                }
                counts[number]++;
            }
        }
        for (int i = 0; i < counts.length; i++) {
            double probability = Math.exp(densities[i]);
            double error = Math.sqrt(probability * (1 - probability) / rows);
            assertThat(counts[i] / rows).as("code %d", i).isCloseTo(probability, within(5.5 * error));
        }
    }

    private static double[] densities(TensorSpec spec, int entries, double[] codes) {
        try (GraphProbe probe = GraphProbe.of(
                false,
                1,
                List.of(spec),
                (scope, inputs) ->
                        Map.of("density", prior(spec, entries).logDensity(scope, new NoModel(spec), inputs.get(0))))) {
            return probe.run(codes.length / spec.size(), List.of(codes))
                    .get("density")
                    .values();
        }
    }

    /** Every code there is, row by row, the last choice changing first. */
    private static double[] all(int choices, int entries) {
        int count = (int) Math.pow(entries, choices);
        List<Double> values = new ArrayList<>();
        for (int code = 0; code < count; code++) {
            for (int j = choices - 1; j >= 0; j--) {
                values.add((double) (code / (int) Math.pow(entries, j) % entries));
            }
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Prior prior(TensorSpec spec, int entries) {
        AutoregressiveSamplerOptions options = (AutoregressiveSamplerOptions) OptionSchema.of(
                        AutoregressiveSamplerOptions.class)
                .read(Map.of("embedding", 5, "channels", 6, "blocks", 2, "reach", 1, "initialisation", "he-normal"));
        return new AutoregressivePrior(options, new CodeSpace.Choices(spec, entries));
    }

    private record NoModel(TensorSpec code) implements Prior.Model {
        @Override
        public TensorSpec data() {
            return code;
        }

        @Override
        public Latent infer(Tensor input) {
            return new Latent.Point(input);
        }
    }
}
