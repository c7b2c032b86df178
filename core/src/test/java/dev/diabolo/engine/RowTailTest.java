package dev.diabolo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.engine.GraphProbe.Output;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What follows an example's values in its row, and who is given it. */
class RowTailTest {
    private static final int BATCH = 3;
    private static final String TERM = "term:reconstruction";

    /** Numbers alone; a label and numbers; a label for the loss alone, and numbers. */
    static Stream<RowTail> conditional() {
        return Stream.of(new RowTail(0, 3, false), new RowTail(2, 3, true), new RowTail(2, 3, false));
    }

    private static List<double[]> values(RowTail tail) {
        SplittableRandom random = new SplittableRandom(4);
        return List.of(
                random.doubles(BATCH * TestModels.WIDTH).toArray(),
                random.doubles((long) BATCH * tail.size()).toArray());
    }

    private static GraphProbe probe(RowTail tail) {
        return GraphProbe.of(false, 1, TestModels.model().with(tail));
    }

    @ParameterizedTest
    @MethodSource("conditional")
    void gradientsOfConditionsAndOfWhatTakesThemAreThoseOfDifferences(RowTail tail) {
        try (GraphProbe probe = probe(tail)) {
            String term = term(probe, tail);
            double[] weights = {1, 1, 1};
            Map<String, Output> gradients = probe.gradients(term, weights, BATCH, values(tail));
            String conditions = probe.inputs().get(1);

            assertThat(gradients).containsKey(conditions);
            for (Map.Entry<String, Output> gradient : gradients.entrySet()) {
                for (int i = 0; i < gradient.getValue().values().length; i++) {
                    assertThat(gradient.getValue().values()[i])
                            .as("%s, value %d", gradient.getKey(), i)
                            .isCloseTo(difference(probe, tail, term, gradient.getKey(), i), within(1e-6));
                }
            }
        }
    }

    private static String term(GraphProbe probe, RowTail tail) {
        return probe.run(BATCH, values(tail)).keySet().stream()
                .filter(name -> name.startsWith("term:"))
                .findFirst()
                .orElse(TERM);
    }

    private static double difference(GraphProbe probe, RowTail tail, String term, String name, int index) {
        double step = 1e-6;
        return (sum(probe, tail, term, name, index, step) - sum(probe, tail, term, name, index, -step)) / (2 * step);
    }

    private static double sum(GraphProbe probe, RowTail tail, String term, String name, int index, double change) {
        List<double[]> values = new ArrayList<>(values(tail));
        int input = probe.inputs().indexOf(name);
        if (input >= 0) {
            values.set(input, values.get(input).clone());
            values.get(input)[index] += change;
            return Arrays.stream(probe.run(BATCH, values).get(term).values()).sum();
        }
        double before = probe.parameter(name)[index];
        probe.set(name, index, before + change);
        double sum = Arrays.stream(probe.run(BATCH, values).get(term).values()).sum();
        probe.set(name, index, before);
        return sum;
    }

    @Test
    void aLabelOfTheLossAloneChangesNoReconstruction() {
        RowTail tail = new RowTail(2, 3, false);
        try (GraphProbe probe = probe(tail)) {
            List<double[]> values = values(tail);
            double[] before = probe.run(BATCH, values).get("reconstruction").values();
            double[] others = values.get(1).clone();
            others[0]++;
            double[] ofLabel = probe.run(BATCH, List.of(values.get(0), others))
                    .get("reconstruction")
                    .values();
            others[2]++;
            double[] ofCondition = probe.run(BATCH, List.of(values.get(0), others))
                    .get("reconstruction")
                    .values();

            assertThat(ofLabel).isEqualTo(before);
            assertThat(ofCondition).isNotEqualTo(before);
        }
    }

    @Test
    void aConditionalCodeRowHasTheWholeTail() {
        ModelDefinition model = TestModels.model();

        assertThat(model.codeRowSize()).isEqualTo(TestModels.CODE);
        assertThat(model.with(RowTail.labels(4)).codeRowSize()).isEqualTo(TestModels.CODE);
        assertThat(model.with(RowTail.labels(4)).rowSize()).isEqualTo(TestModels.WIDTH + 4);
        assertThat(model.with(new RowTail(4, 2, false)).codeRowSize()).isEqualTo(TestModels.CODE + 6);
    }

    @Test
    void labelsThatAreNotThereConditionNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RowTail(0, 2, true));
    }
}
