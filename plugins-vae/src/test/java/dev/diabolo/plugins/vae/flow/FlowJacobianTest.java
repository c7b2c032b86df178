package dev.diabolo.plugins.vae.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The log-determinant that a flow claims is that of the Jacobian by differences. */
class FlowJacobianTest {
    private static final int SIZE = 4;
    private static final int ROWS = 5;
    private static final TensorSpec FEATURES = TensorSpec.of(6);
    private static final double STEP = 1e-6;

    static Stream<Arguments> flows() {
        AutoregressiveFlow autoregressive = new AutoregressiveFlow(new AutoregressiveFlowPosteriorOptions(
                SIZE, 2, List.of(7, 5), Activation.ELU, WeightInitialisation.HE_NORMAL, 15));
        return Stream.of(
                Arguments.of("planar", new PlanarFlow(), 0),
                Arguments.of("radial", new RadialFlow(), 0),
                Arguments.of("forwards", autoregressive, 0),
                Arguments.of("backwards", autoregressive, 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("flows")
    void theLogDeterminantIsThatOfTheJacobian(String name, Flow flow, int number) {
        try (GraphProbe probe = probe(flow, number)) {
            double[] features = normal(ROWS * FEATURES.size(), 2);
            double[] codes = normal(ROWS * SIZE, 3);

            double[] claimed = probe.run(ROWS, List.of(codes, features))
                    .get("log-determinant")
                    .values();

            for (int row = 0; row < ROWS; row++) {
                double[][] jacobian = jacobian(probe, codes, features, row);
                assertThat(claimed[row]).isCloseTo(Math.log(Math.abs(determinant(jacobian))), within(1e-7));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("flows")
    void strongFlowsHaveFiniteDeterminants(String name, Flow flow, int number) {
        try (GraphProbe probe = probe(flow, number)) {
            double[] features = normal(ROWS * FEATURES.size(), 4);
            for (int i = 0; i < features.length; i++) {
                features[i] *= 20;
            }
            double[] codes = normal(ROWS * SIZE, 5);

            double[] claimed = probe.run(ROWS, List.of(codes, features))
                    .get("log-determinant")
                    .values();

            assertThat(Arrays.stream(claimed)).allMatch(Double::isFinite);
        }
    }

    /** Column by column, by central differences. */
    private static double[][] jacobian(GraphProbe probe, double[] codes, double[] features, int row) {
        double[][] jacobian = new double[SIZE][SIZE];
        for (int j = 0; j < SIZE; j++) {
            double[] more = moved(probe, codes, features, row * SIZE + j, STEP);
            double[] less = moved(probe, codes, features, row * SIZE + j, -STEP);
            for (int i = 0; i < SIZE; i++) {
                jacobian[i][j] = (more[row * SIZE + i] - less[row * SIZE + i]) / (2 * STEP);
            }
        }
        return jacobian;
    }

    private static double[] moved(GraphProbe probe, double[] codes, double[] features, int index, double by) {
        double[] changed = codes.clone();
        changed[index] += by;
        return probe.run(ROWS, List.of(changed, features)).get("code").values();
    }

    private static GraphProbe probe(Flow flow, int number) {
        FlowPosteriorOptions options = new FlowPosteriorOptions(SIZE, 2, WeightInitialisation.HE_NORMAL, 15);
        return GraphProbe.of(true, 1, List.of(TensorSpec.of(SIZE), FEATURES), (scope, inputs) -> {
            Flow.Step step = flow.of(scope, inputs.get(1), options, number)
                    .apply(inputs.get(0).variable());
            return Map.of("code", step.code(), "log-determinant", step.logDeterminant());
        });
    }

    private static double determinant(double[][] matrix) {
        double determinant = 1;
        for (int i = 0; i < SIZE; i++) {
            int pivot = i;
            for (int k = i + 1; k < SIZE; k++) {
                pivot = Math.abs(matrix[k][i]) > Math.abs(matrix[pivot][i]) ? k : pivot;
            }
            double[] row = matrix[pivot];
            matrix[pivot] = matrix[i];
            matrix[i] = row;
            determinant *= pivot == i ? row[i] : -row[i];
            for (int k = i + 1; k < SIZE; k++) {
                double factor = matrix[k][i] / row[i];
                for (int j = i; j < SIZE; j++) {
                    matrix[k][j] -= factor * row[j];
                }
            }
        }
        return determinant;
    }

    private static double[] normal(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = random.nextGaussian();
        }
        return values;
    }
}
