package dev.diabolo.plugins.adversarial.discriminator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpectralScopeTest {
    private static final int ROWS = 4;
    private static final int COLUMNS = 3;

    @Test
    void withItsDirectionAWeightHasTheNormOne() {
        try (GraphProbe probe = GraphProbe.of(
                true,
                1,
                List.of(TensorSpec.of(ROWS)),
                (scope, inputs) -> Map.of(
                        "layer",
                        Layers.linear(
                                        new SpectralScope(scope),
                                        "layer",
                                        inputs.get(0),
                                        COLUMNS,
                                        WeightInitialisation.GLOROT_UNIFORM)
                                .variable()))) {
            double[] weight = probe.parameter("probe/layer/weight");
            double[] direction = new double[COLUMNS];
            Arrays.fill(direction, 1);
            for (int i = 0; i < 1000; i++) {
                direction = unit(times(transposed(weight), times(weight, direction)));
            }
            probe.set("probe/layer/direction", direction);
            double[] rows = probe.run(ROWS, List.of(identity())).get("layer").values();

            double largest = norm(times(weight, direction));
            assertThat(largest).isNotCloseTo(1, within(0.01));
            for (int i = 0; i < rows.length; i++) {
                assertThat(rows[i]).isCloseTo(weight[i] / largest, within(1e-9));
            }
            assertThat(norm(times(rows, direction))).isCloseTo(1, within(1e-9));
        }
    }

    private static double[] identity() {
        double[] identity = new double[ROWS * ROWS];
        for (int i = 0; i < ROWS; i++) {
            identity[i * ROWS + i] = 1;
        }
        return identity;
    }

    private static double[] times(double[] matrix, double[] column) {
        double[] product = new double[matrix.length / column.length];
        for (int i = 0; i < matrix.length; i++) {
            product[i / column.length] += matrix[i] * column[i % column.length];
        }
        return product;
    }

    private static double[] transposed(double[] matrix) {
        double[] transposed = new double[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            transposed[i % COLUMNS * ROWS + i / COLUMNS] = matrix[i];
        }
        return transposed;
    }

    private static double norm(double[] values) {
        return Math.sqrt(Arrays.stream(values).map(value -> value * value).sum());
    }

    private static double[] unit(double[] values) {
        double norm = norm(values);
        return Arrays.stream(values).map(value -> value / norm).toArray();
    }
}
