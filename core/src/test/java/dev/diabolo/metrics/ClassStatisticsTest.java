package dev.diabolo.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassStatisticsTest {
    @Test
    void theEntropyIsOfEachExampleAndNotOfAllTogether() {
        assertThat(ClassStatistics.of(new float[][] {{1, 0}, {0, 1}}).entropy()).isZero();
        assertThat(ClassStatistics.of(new float[][] {{0.25f, 0.25f, 0.25f, 0.25f}})
                        .entropy())
                .isCloseTo(Math.log(4), within(1e-6));
        assertThat(ClassStatistics.of(new float[][] {{0.5f, 0.5f}, {1, 0}}).entropy())
                .isCloseTo(Math.log(2) / 2, within(1e-6));
    }

    @Test
    void anExampleCountsForItsLikeliestClass() {
        assertThat(ClassStatistics.of(new float[][] {{0.2f, 0.8f, 0}, {0.6f, 0.4f, 0}, {0.1f, 0.9f, 0}})
                        .counts())
                .containsExactly(1, 2, 0);
    }

    @Test
    void aClassIsCoveredByATenthOfItsShare() {
        ClassStatistics data = new ClassStatistics(List.of(50, 50, 0, 100), 0);

        assertThat(new ClassStatistics(List.of(25, 25, 0, 50), 0).coverage(data))
                .isEqualTo(1);
        assertThat(new ClassStatistics(List.of(0, 25, 25, 950), 0).coverage(data))
                .isCloseTo(2 / 3.0, within(1e-12));
        assertThat(new ClassStatistics(List.of(24, 25, 1, 950), 0).coverage(data))
                .isCloseTo(2 / 3.0, within(1e-12));
    }
}
