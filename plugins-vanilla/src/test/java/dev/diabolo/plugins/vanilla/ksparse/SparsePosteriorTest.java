package dev.diabolo.plugins.vanilla.ksparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.engine.GraphProbe.Precision;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With the identity as weights, so that features are the code before the choice. */
class SparsePosteriorTest {
    private static final int SIZE = 6;

    @ParameterizedTest
    @EnumSource(Precision.class)
    void onlyTheLargestAreKeptAndTheyAreUnchanged(Precision precision) {
        double[] features = {0.5, -1, 3, 0.25, 2, -4, -1, -2, -3, -4, -5, -6};

        assertThat(codes(precision, true, 2, 1, features))
                .usingComparatorWithPrecision(0.0)
                .containsExactly(0, 0, 3, 0, 2, 0, -1, -2, 0, 0, 0, 0);
    }

    @Test
    void ofEqualValuesTheFirstAreKeptAndNeverMoreThanK() {
        double[] features = {1, 1, 1, 1, 1, 1, 2, 0, 1, 0, 1, 1};

        assertThat(codes(Precision.SINGLE, true, 3, 1, features)).containsExactly(1, 1, 1, 0, 0, 0, 2, 0, 1, 0, 1, 0);
    }

    @Test
    void alphaTimesAsManyAreKeptOutsideOfTraining() {
        double[] features = {1, 2, 3, 4, 5, 6};

        assertThat(codes(Precision.SINGLE, true, 2, 1.5, features)).containsExactly(0, 0, 0, 0, 5, 6);
        assertThat(codes(Precision.SINGLE, false, 2, 1.5, features)).containsExactly(0, 0, 0, 4, 5, 6);
        assertThat(codes(Precision.SINGLE, false, 2, 100, features)).containsExactly(features);
    }

    @Test
    void everyCodeOfRandomFeaturesHasItsKLargestValues() {
        SplittableRandom random = new SplittableRandom(4);
        for (int k = 1; k <= SIZE; k++) {
            // Few distinct values, so that there are ties.
            double[] features = random.ints(50 * SIZE, 1, 8).asDoubleStream().toArray();

            double[] codes = codes(Precision.DOUBLE, true, k, 1, features);

            for (int example = 0; example < 50; example++) {
                double[] sorted = Arrays.copyOfRange(features, example * SIZE, (example + 1) * SIZE);
                Arrays.sort(sorted);
                double[] kept = Arrays.stream(codes, example * SIZE, (example + 1) * SIZE)
                        .filter(value -> value != 0)
                        .sorted()
                        .toArray();
                assertThat(kept).containsExactly(Arrays.copyOfRange(sorted, SIZE - k, SIZE));
            }
        }
    }

    @Test
    void moreThanThereAreIsRefusedWithWhatIsAllowed() {
        SparsePosteriorOptions options =
                new SparsePosteriorOptions(8, 9, 1, Activation.LINEAR, WeightInitialisation.GLOROT_UNIFORM);

        assertThatThrownBy(() -> new SparsePosteriorProvider().create(options))
                .isInstanceOfSatisfying(
                        DiaboloException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.USER))
                .hasMessageContaining("1 to 8");
    }

    private static double[] codes(Precision precision, boolean training, int k, double alpha, double[] features) {
        SparsePosterior posterior = new SparsePosterior(
                new SparsePosteriorOptions(SIZE, k, alpha, Activation.LINEAR, WeightInitialisation.GLOROT_UNIFORM));
        try (GraphProbe probe = GraphProbe.of(
                precision,
                training,
                1,
                List.of(TensorSpec.of(SIZE)),
                (scope, inputs) -> Map.of(
                        "code", posterior.infer(scope, inputs.get(0)).mode().variable()))) {
            double[] identity = new double[SIZE * SIZE];
            for (int i = 0; i < SIZE; i++) {
                identity[i * SIZE + i] = 1;
            }
            probe.set("probe/code/weight", identity);
            return probe.run(features.length / SIZE, List.of(features))
                    .get("code")
                    .values();
        }
    }
}
