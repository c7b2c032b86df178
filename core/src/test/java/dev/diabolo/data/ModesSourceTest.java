package dev.diabolo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModesSourceTest {
    @ParameterizedTest
    @CsvSource({"ring, 8, 0.02", "grid, 25, 0.05"})
    void pointsLieAroundEquallyLikelyModesThatTheirLabelsName(String name, int modes, double deviation) {
        Dataset data = source(name).open("");
        Examples train = data.train();
        assertThat(data.spec()).isEqualTo(TensorSpec.of(2));
        assertThat(train.size()).isEqualTo(10_000);
        double[][] sums = new double[modes][3];
        for (int i = 0; i < train.size(); i++) {
            float[] point = point(train, i);
            double[] sum = sums[train.label(i)];
            sum[0] += point[0];
            sum[1] += point[1];
            sum[2]++;
        }
        double squares = 0;
        for (int i = 0; i < train.size(); i++) {
            double[] sum = sums[train.label(i)];
            squares += Math.pow(point(train, i)[0] - sum[0] / sum[2], 2);
        }
        assertThat(Math.sqrt(squares / train.size())).isCloseTo(deviation, within(0.05 * deviation));
        double even = 10_000.0 / modes;
        assertThat(Arrays.stream(sums)).allMatch(sum -> Math.abs(sum[2] - even) < 5 * Math.sqrt(even));
        // Neighbouring modes are as far apart as it says: nothing in between.
        assertThat(Math.hypot(sums[0][0] / sums[0][2], sums[0][1] / sums[0][2]))
                .isCloseTo(name.equals("ring") ? 2 : Math.sqrt(32), within(0.02));
    }

    @Test
    void aSmallerSetIsTheBeginningOfALargerOneAndAnotherSeedDrawsOthers() {
        Examples few = source("ring").open("5:3").train();
        Examples many = source("ring").open("50:3").train();
        for (int i = 0; i < few.size(); i++) {
            assertThat(point(few, i)).isEqualTo(point(many, i));
        }
        assertThat(point(source("ring").open("5:4").train(), 0)).isNotEqualTo(point(few, 0));
        assertThat(point(source("ring").open("50:3").testOrTrain(), 0)).isNotEqualTo(point(few, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "many", "5:", "-3", "5x2"})
    void whatSaysNoNumberIsRefused(String arguments) {
        assertThatThrownBy(() -> source("grid").open(arguments))
                .hasMessageContaining("grid:" + arguments)
                .hasMessageContaining("grid:ROWS[:SEED]");
    }

    private static ModesSource source(String name) {
        return name.equals("ring") ? ModesSource.ring() : ModesSource.grid();
    }

    private static float[] point(Examples examples, int index) {
        float[] point = new float[2];
        examples.read(index, point, 0);
        return point;
    }
}
