package dev.diabolo.plugins.adversarial.factor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermutationTest {
    private static final int SIZE = 3;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 128})
    void eachDimensionKeepsItsValuesAndIsPermutedOnItsOwn(int batch) {
        double[] codes = new double[batch * SIZE];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = i + 0.25;
        }
        double[] permuted;
        try (GraphProbe probe = GraphProbe.of(
                true,
                1,
                List.of(TensorSpec.of(SIZE)),
                (scope, inputs) -> Map.of(
                        "permuted",
                        Permutation.ofDimensions(scope, inputs.get(0)).variable()))) {
            assertThat(probe.couplings()).isNotEmpty();
            permuted = probe.run(batch, List.of(codes)).get("permuted").values();
        }
        Set<List<Integer>> orders = new HashSet<>();
        for (int dimension = 0; dimension < SIZE; dimension++) {
            double[] before = column(codes, dimension);
            double[] after = column(permuted, dimension);
            Integer[] order = new Integer[batch];
            for (int i = 0; i < batch; i++) {
                order[i] = (int) (after[i] / SIZE);
            }
            orders.add(Arrays.asList(order));
            Arrays.sort(after);
            assertThat(after).isEqualTo(before);
        }
        if (batch >= 7) {
            assertThat(orders).as("orders of the dimensions").hasSize(SIZE);
        }
    }

    /** Noise is of 2^24 values, so that some of a batch are equal now and then; both would take the code of one example. */
    @Test
    void equalNumbersHaveDifferentRanks() {
        double[] numbers = {0.5, 0.1, 0.2, 0.5, 0.1, 0.7, 0.5, 0.1, 0.2, 0.1};
        double[] ranks;
        try (GraphProbe probe = GraphProbe.of(
                true,
                1,
                List.of(TensorSpec.of(2)),
                (scope, inputs) ->
                        Map.of("ranks", Permutation.ranks(scope, inputs.get(0)).variable()))) {
            ranks = probe.run(5, List.of(numbers)).get("ranks").values();
        }

        assertThat(column(ranks, 0, 2)).containsExactly(3, 1, 0, 4, 2);
        assertThat(column(ranks, 1, 2)).containsExactly(0, 3, 4, 1, 2);
    }

    private static double[] column(double[] rows, int column) {
        return column(rows, column, SIZE);
    }

    private static double[] column(double[] rows, int column, int size) {
        double[] values = new double[rows.length / size];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows[i * size + column];
        }
        return values;
    }
}
