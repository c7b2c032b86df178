package dev.diabolo.plugins.vanilla.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gated recurrent units in float64 against the equations, number by number. */
class GatedUnitTest {
    private static final WeightInitialisation GLOROT = WeightInitialisation.GLOROT_UNIFORM;

    @ParameterizedTest
    @CsvSource({"3, 2, 4, 5", "1, 3, 2, 2", "4, 1, 3, 6", "1, 1, 1, 7"})
    void statesFollowTheEquations(int batch, int features, int units, int time) {
        double[] data = values(batch * features * time, 5);
        try (GraphProbe probe = GraphProbe.of(true, 7, List.of(TensorSpec.of(features, time)), (scope, inputs) -> {
            Tensor all = new GatedUnit(scope, units, GLOROT).over(inputs.get(0), true);
            Tensor last = new GatedUnit(scope, units, GLOROT).over(inputs.get(0), false);
            assertThat(all.spec()).isEqualTo(TensorSpec.of(units, time));
            assertThat(last.spec()).isEqualTo(TensorSpec.of(units));
            return Map.of("all", all.variable(), "last", last.variable());
        })) {
            fillBiases(probe);
            var found = probe.run(batch, List.of(data));

            double[][] states = states(probe, data, batch, features, units, time);
            assertThat(found.get("all").shape()).containsExactly(batch, units, time);
            for (int t = 0; t < time; t++) {
                for (int i = 0; i < batch * units; i++) {
                    assertThat(found.get("all").values()[i * time + t]).isCloseTo(states[t][i], within(1e-12));
                }
            }
            assertThat(found.get("last").values()).containsExactly(states[time - 1], within(1e-12));
        }
    }

    @Test
    void aRepeatedVectorIsASequenceOfIt() {
        int time = 4;
        double[] code = values(6, 9);
        double[] repeated = new double[6 * time];
        for (int i = 0; i < repeated.length; i++) {
            repeated[i] = code[i / time];
        }
        try (GraphProbe probe = GraphProbe.of(
                true,
                7,
                List.of(TensorSpec.of(3), TensorSpec.of(3, time)),
                (scope, inputs) -> Map.of(
                        "once",
                                new GatedUnit(scope, 2, GLOROT)
                                        .overRepeated(inputs.get(0), time)
                                        .variable(),
                        "steps",
                                new GatedUnit(scope, 2, GLOROT)
                                        .over(inputs.get(1), true)
                                        .variable()))) {
            fillBiases(probe);
            var found = probe.run(2, List.of(code, repeated));

            assertThat(found.get("once").values())
                    .containsExactly(found.get("steps").values(), within(1e-12));
        }
    }

    private static void fillBiases(GraphProbe probe) {
        for (String gate : List.of("update", "reset", "candidate")) {
            String name = "probe/" + gate + "-bias";
            probe.set(name, values(probe.parameter(name).length, gate.length()));
        }
    }

    private static double[] values(int size, long seed) {
        return new Random(seed).doubles(size, -1.5, 1.5).toArray();
    }

    private static double[][] states(GraphProbe probe, double[] data, int batch, int features, int units, int time) {
        double[][] states = new double[time][batch * units];
        double[] state = new double[batch * units];
        for (int t = 0; t < time; t++) {
            for (int n = 0; n < batch; n++) {
                for (int u = 0; u < units; u++) {
                    double update = logistic(ofInput(probe, "update", data, n, t, u, features, units, time)
                            + ofState(probe, "update", state, n, u, units));
                    double reset = logistic(ofInput(probe, "reset", data, n, t, u, features, units, time)
                            + ofState(probe, "reset", state, n, u, units));
                    double candidate = Math.tanh(ofInput(probe, "candidate", data, n, t, u, features, units, time)
                            + reset * ofState(probe, "candidate", state, n, u, units));
                    states[t][n * units + u] = update * state[n * units + u] + (1 - update) * candidate;
                }
            }
            state = states[t];
        }
        return states;
    }

    private static double ofInput(
            GraphProbe probe, String gate, double[] data, int n, int t, int u, int features, int units, int time) {
        double sum = probe.parameter("probe/" + gate + "-bias")[u];
        double[] weight = probe.parameter("probe/" + gate + "-weight");
        for (int feature = 0; feature < features; feature++) {
            sum += data[(n * features + feature) * time + t] * weight[feature * units + u];
        }
        return sum;
    }

    private static double ofState(GraphProbe probe, String gate, double[] state, int n, int u, int units) {
        double sum = 0;
        double[] weight = probe.parameter("probe/" + gate + "-recurrent-weight");
        for (int other = 0; other < units; other++) {
            sum += state[n * units + other] * weight[other * units + u];
        }
        return sum;
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
