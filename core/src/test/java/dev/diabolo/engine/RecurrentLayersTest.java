package dev.diabolo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layers for sequences in float64: values against the textbook, gradients against finite differences. */
class RecurrentLayersTest {
    private static final WeightInitialisation GLOROT = WeightInitialisation.GLOROT_UNIFORM;

    @ParameterizedTest
    @CsvSource({"3, 2, 4, 5", "1, 3, 2, 1", "4, 1, 3, 6", "1, 1, 2, 6", "2, 5, 3, 12"})
    void aLongShortTermMemoryFollowsItsEquations(int batch, int features, int units, int time) {
        double[] data = values(batch * features * time);
        try (GraphProbe probe = GraphProbe.of(true, 7, List.of(TensorSpec.of(features, time)), (scope, inputs) -> {
            Tensor all = Layers.lstm(scope, "lstm", inputs.get(0), units, GLOROT, true);
            Tensor last = Layers.lstm(scope, "lstm", inputs.get(0), units, GLOROT, false);
            assertThat(all.spec()).isEqualTo(TensorSpec.of(units, time));
            assertThat(last.spec()).isEqualTo(TensorSpec.of(units));
            return Map.of("all", all.variable(), "last", last.variable());
        })) {
            fill(probe, "probe/lstm/bias");
            var found = probe.run(batch, List.of(data));

            double[][] states = states(probe, data, batch, features, units, time);
            assertThat(found.get("all").shape()).containsExactly(batch, units, time);
            for (int n = 0; n < batch; n++) {
                for (int t = 0; t < time; t++) {
                    for (int u = 0; u < units; u++) {
                        assertThat(found.get("all").values()[(n * units + u) * time + t])
                                .isCloseTo(states[t][n * units + u], within(1e-12));
                    }
                }
            }
            assertThat(found.get("last").values()).containsExactly(states[time - 1], within(1e-12));
        }
    }

    private static double[][] states(GraphProbe probe, double[] data, int batch, int features, int units, int time) {
        double[] w = probe.parameter("probe/lstm/weight");
        double[] r = probe.parameter("probe/lstm/recurrent-weight");
        double[] b = probe.parameter("probe/lstm/bias");
        double[][] states = new double[time][batch * units];
        double[] cells = new double[batch * units];
        for (int t = 0; t < time; t++) {
            for (int n = 0; n < batch; n++) {
                double[] z = b.clone();
                for (int j = 0; j < z.length; j++) {
                    for (int s = 0; s < features; s++) {
                        z[j] += data[(n * features + s) * time + t] * w[s * z.length + j];
                    }
                    for (int u = 0; u < units && t > 0; u++) {
                        z[j] += states[t - 1][n * units + u] * r[u * z.length + j];
                    }
                }
                for (int u = 0; u < units; u++) {
                    int place = n * units + u;
                    double candidate = Math.tanh(z[2 * units + u]);
                    cells[place] = logistic(z[units + u]) * cells[place] + logistic(z[u]) * candidate;
                    states[t][place] = logistic(z[3 * units + u]) * Math.tanh(cells[place]);
                }
            }
        }
        return states;
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @Test
    void aRepeatedVectorIsTheSameAtEveryStep() {
        try (GraphProbe probe = GraphProbe.of(
                true,
                1,
                List.of(TensorSpec.of(2)),
                (scope, inputs) -> Map.of("y", Layers.repeat(inputs.get(0), 3).variable()))) {
            var repeated = probe.run(2, List.of(new double[] {1, 2, 3, 4})).get("y");

            assertThat(repeated.shape()).containsExactly(2, 2, 3);
            assertThat(repeated.values()).containsExactly(1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4);
        }
    }

    @Test
    void aDenseLayerOverTimeIsTheSameLayerAtEveryStep() {
        double[] data = values(2 * 3 * 4);
        try (GraphProbe probe = GraphProbe.of(true, 1, List.of(TensorSpec.of(3, 4)), (scope, inputs) -> {
            Tensor y = Layers.denseOverTime(scope, "dense", inputs.get(0), 2, GLOROT);
            assertThat(y.spec()).isEqualTo(TensorSpec.of(2, 4));
            return Map.of("y", y.variable());
        })) {
            fill(probe, "probe/dense/bias");
            double[] w = probe.parameter("probe/dense/weight");
            double[] b = probe.parameter("probe/dense/bias");
            double[] found = probe.run(2, List.of(data)).get("y").values();
            for (int n = 0; n < 2; n++) {
                for (int u = 0; u < 2; u++) {
                    for (int t = 0; t < 4; t++) {
                        double expected = b[u];
                        for (int s = 0; s < 3; s++) {
                            expected += data[(n * 3 + s) * 4 + t] * w[s * 2 + u];
                        }
                        assertThat(found[(n * 2 + u) * 4 + t]).isCloseTo(expected, within(1e-12));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 3", "1, 4, 3", "3, 1, 1", "3, 4, 3", "2, 3, 1"})
    void gradientsAreThoseOfFiniteDifferences(int batch, int time, int features) {
        TensorSpec sequence = TensorSpec.of(2, time);
        GraphProbe.Build build = (scope, inputs) -> {
            Tensor input = Layers.denseOverTime(scope, "embedding", inputs.get(0), features, GLOROT);
            Tensor states = Layers.lstm(scope, "first", input, 2, GLOROT, true);
            Tensor code = Layers.lstm(scope, "second", states, 3, GLOROT, false);
            Tensor again = Layers.lstm(scope, "third", Layers.repeat(code, time), 2, GLOROT, true);
            return Map.of(
                    "y", Layers.denseOverTime(scope, "output", again, 2, GLOROT).variable());
        };
        try (GraphProbe probe = GraphProbe.of(true, 3, List.of(sequence), build)) {
            probe.trained().forEach(name -> fill(probe, name));
            List<double[]> data = List.of(values(batch * sequence.size()));
            double[] weights = values(batch * sequence.size());

            var gradients = probe.gradients("y", weights, batch, data);

            assertThat(gradients.keySet()).containsAll(probe.trained()).containsAll(probe.inputs());
            gradients.forEach((name, gradient) -> {
                for (int i = 0; i < gradient.values().length; i++) {
                    assertThat(gradient.values()[i])
                            .as("%s[%d]", name, i)
                            .isCloseTo(difference(probe, name, i, weights, batch, data), within(1e-7));
                }
            });
        }
    }

    private static double difference(
            GraphProbe probe, String name, int index, double[] weights, int batch, List<double[]> data) {
        double step = 1e-5;
        boolean ofInput = probe.inputs().contains(name);
        double value = ofInput ? data.get(0)[index] : probe.parameter(name)[index];
        UnaryOperator<Double> objective = moved -> {
            if (ofInput) {
                data.get(0)[index] = moved;
            } else {
                probe.set(name, index, moved);
            }
            double[] y = probe.run(batch, data).get("y").values();
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                sum += y[i] * weights[i];
            }
            return sum;
        };
        double slope = (objective.apply(value + step) - objective.apply(value - step)) / (2 * step);
        objective.apply(value);
        return slope;
    }

    @Test
    void aVectorIsNoSequence() {
        assertThatThrownBy(() -> GraphProbe.of(
                        true,
                        1,
                        List.of(TensorSpec.of(3)),
                        (scope, inputs) -> Map.of(
                                "y",
                                Layers.lstm(scope, "lstm", inputs.get(0), 2, GLOROT, true)
                                        .variable())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[features, time], not 3");
    }

    @Test
    void oneUnitIsRefused() {
        assertThatThrownBy(() -> GraphProbe.of(
                        true,
                        1,
                        List.of(TensorSpec.of(3, 2)),
                        (scope, inputs) -> Map.of(
                                "y",
                                Layers.lstm(scope, "lstm", inputs.get(0), 1, GLOROT, true)
                                        .variable())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 2 units");
    }

    private static void fill(GraphProbe probe, String parameter) {
        double[] values = values(probe.parameter(parameter).length);
        for (int i = 0; i < values.length; i++) {
            probe.set(parameter, i, 0.7 * values[i]);
        }
    }

    private static double[] values(int count) {
        return new Random(count).doubles(count, -1, 1).toArray();
    }
}
