package dev.diabolo.plugins.vanilla.contractive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Estimates of squared Jacobian norms against the exact ones. */
class JacobianNormTest {
    private static final int INPUTS = 6;
    private static final int UNITS = 4;

    /** With so many directions the mean's deviation is about 0.5 % of it. */
    private static final int DIRECTIONS = 20_000;

    @Test
    void ofALinearLayerItIsOnAverageTheSumOfSquaredWeights() {
        try (GraphProbe probe = probe(layer -> layer, 0.01)) {
            double exact = Arrays.stream(probe.parameter("probe/layer/weight"))
                    .map(weight -> weight * weight)
                    .sum();

            assertThat(estimate(probe)).isCloseTo(exact, within(0.03 * exact));
        }
    }

    @Test
    void ofALogisticLayerItIsOnAverageTheClosedFormOfRifaiAndOthers() {
        try (GraphProbe probe =
                probe(layer -> layer.with(layer.variable().getSameDiff().nn().sigmoid(layer.variable())), 0.01)) {
            double[] weights = probe.parameter("probe/layer/weight");
            double exact = 0;
            for (int unit = 0; unit < UNITS; unit++) {
                double sum = 0;
                double squares = 0;
                for (int input = 0; input < INPUTS; input++) {
                    double weight = weights[input * UNITS + unit];
                    sum += weight * at(input);
                    squares += weight * weight;
                }
                double h = 1 / (1 + Math.exp(-sum));
                exact += h * (1 - h) * h * (1 - h) * squares;
            }

            assertThat(estimate(probe)).isCloseTo(exact, within(0.03 * exact));
        }
    }

    private static double at(int input) {
        return 0.3 * input - 0.7;
    }

    private static double estimate(GraphProbe probe) {
        double[] inputs = new double[DIRECTIONS * INPUTS];
        Arrays.setAll(inputs, i -> at(i % INPUTS));
        return Arrays.stream(probe.run(DIRECTIONS, List.of(inputs)).get("norm").values())
                .average()
                .orElseThrow();
    }

    private static GraphProbe probe(Function<Tensor, Tensor> activation, double step) {
        return GraphProbe.of(true, 1, List.of(TensorSpec.of(INPUTS)), (scope, inputs) -> {
            Tensor value = activation.apply(layer(scope, inputs.get(0)));
            return Map.of(
                    "norm",
                    JacobianNorm.squared(
                            scope, input -> activation.apply(layer(scope, input)), inputs.get(0), value, step));
        });
    }

    private static Tensor layer(GraphScope scope, Tensor input) {
        return Layers.dense(scope, "layer", input, UNITS, WeightInitialisation.GLOROT_UNIFORM);
    }
}
