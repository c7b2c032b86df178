package dev.diabolo.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StatisticsTest {
    @Test
    void theMedianIsTheMiddleOrTheMeanOfTwo() {
        assertThat(Statistics.median(5, 1, 3)).isEqualTo(3);
        assertThat(Statistics.median(4, 1, 3, 100)).isEqualTo(3.5);
        assertThat(Statistics.median(7)).isEqualTo(7);
        assertThatThrownBy(Statistics::median).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aQuantileIsOneOfTheValues() {
        double[] hundred =
                java.util.stream.IntStream.rangeClosed(1, 100).asDoubleStream().toArray();
        assertThat(Statistics.quantile(0.99, hundred)).isEqualTo(99);
        assertThat(Statistics.quantile(1, hundred)).isEqualTo(100);
        assertThat(Statistics.quantile(0.5, 3, 1)).isEqualTo(1);
    }

    @Test
    void theSpreadIsAShareOfTheMedian() {
        assertThat(Statistics.spread(9, 10, 12)).isEqualTo(0.3);
        assertThat(Statistics.spread(9)).isZero();
    }
}
