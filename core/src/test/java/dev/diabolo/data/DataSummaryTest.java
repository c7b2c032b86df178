package dev.diabolo.data;

import static dev.diabolo.data.DataFixtures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.spi.graph.TensorSpec;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataSummaryTest {
    @Test
    void describesValuesAndClasses() {
        var examples = new ArrayExamples(
                TensorSpec.of(2), new Values.Floats(new float[] {1, 2, 3, 4, 5, 9}), new int[] {7, 3, 7});
        DataSummary summary = DataSummary.of(examples);
        assertThat(summary.count()).isEqualTo(3);
        assertThat(summary.spec()).isEqualTo(TensorSpec.of(2));
        assertThat(summary.min()).isEqualTo(1);
        assertThat(summary.max()).isEqualTo(9);
        assertThat(summary.mean()).isCloseTo(4, within(1e-12));
        assertThat(summary.standardDeviation()).isCloseTo(Math.sqrt(40 / 6.0), within(1e-12));
        assertThat(summary.classes()).isEqualTo(2);
        assertThat(summary.classCounts()).containsExactly(Map.entry(3, 1), Map.entry(7, 2));
    }

    @Test
    void aLargeMeanDoesNotHideASmallDeviation() {
        var examples = new ArrayExamples(
                TensorSpec.of(1), new Values.Floats(new float[] {16_000_000, 16_000_001, 16_000_002}), null);
        assertThat(DataSummary.of(examples).standardDeviation()).isCloseTo(Math.sqrt(2 / 3.0), within(1e-9));
        assertThat(DataSummary.of(examples).labelled()).isFalse();
    }

    @Test
    void nothingCannotBeDescribed() {
        var one = new ArrayExamples(TensorSpec.of(1), new Values.Floats(new float[1]), null);
        assertThat(failure(() -> DataSummary.of(Subset.of(one))).code()).isEqualTo("data.empty");
    }
}
