package dev.diabolo.data.shapes;

import static dev.diabolo.data.ReaderFixtures.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.diabolo.data.DataSummary;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapesSourceTest {
    private final ShapesSource shapes = new ShapesSource();

    @Test
    void picturesAreInColourAndBalanced() {
        Dataset data = shapes.open("800+80");
        assertThat(data.spec()).isEqualTo(TensorSpec.of(3, 32, 32));
        DataSummary summary = DataSummary.of(data.train());
        assertThat(summary.classCounts().values()).containsOnly(100).hasSize(8);
        assertThat(summary.min()).isBetween(0f, 0.2f);
        assertThat(summary.max()).isBetween(0.9f, 1f);
        assertThat(data.test().orElseThrow().size()).isEqualTo(80);
    }

    @Test
    void aSmallerSetIsTheBeginningOfALargerOneAndPartsDiffer() {
        Dataset small = shapes.open("16+8");
        Dataset large = shapes.open("40+16");
        for (int i = 0; i < 16; i++) {
            assertThat(row(small.train(), i)).isEqualTo(row(large.train(), i));
            assertThat(small.train().label(i)).isEqualTo(large.train().label(i));
        }
        assertThat(row(large.train(), 0)).isNotEqualTo(row(large.test().orElseThrow(), 0));
    }

    /** Whoever changes a picture changes what others measured: it would have to be another data set. */
    @Test
    void thePicturesStayTheSameForEver() {
        CRC32 crc = new CRC32();
        Examples train = shapes.open("64+1").train();
        for (int i = 0; i < train.size(); i++) {
            for (float value : row(train, i)) {
                crc.update(Math.round(value * 255));
            }
            crc.update(train.label(i));
        }
        assertThat(Long.toHexString(crc.getValue())).isEqualTo("e98bd894");
    }

    /** What colourisation can learn: grey tells the class, and the class tells the hue, for the most saturated pixels. */
    @Test
    void eachClassHasHuesOfItsOwn() {
        Examples train = shapes.open("400+1").train();
        for (int i = 0; i < train.size(); i++) {
            double family = train.label(i) / 8.0;
            double hue = hueOfTheMostSaturated(row(train, i));
            double distance = Math.abs(hue - family);
            assertThat(Math.min(distance, 1 - distance))
                    .as("picture %d of class %d", i, train.label(i))
                    .isLessThan(1.0 / 16);
        }
    }

    private static double hueOfTheMostSaturated(float[] picture) {
        double[] best = {-1, 0};
        for (int i = 0; i < 1024; i++) {
            float[] hsb = java.awt.Color.RGBtoHSB(
                    Math.round(255 * picture[i]),
                    Math.round(255 * picture[1024 + i]),
                    Math.round(255 * picture[2048 + i]),
                    null);
            double strength = hsb[1] * hsb[2];
            if (strength > best[0]) {
                best = new double[] {strength, hsb[0]};
            }
        }
        return best[1];
    }

    /** Otherwise filling with the mean, or enlarging a smaller picture, would be as good as learning. */
    @Test
    void meanFillAndBilinearEnlargingLeaveMuchToLearn() {
        Examples train = shapes.open("400+1").train();
        double[] mean = new double[3 * 1024];
        for (int i = 0; i < train.size(); i++) {
            float[] picture = row(train, i);
            for (int j = 0; j < mean.length; j++) {
                mean[j] += picture[j] / train.size();
            }
        }
        double meanError = 0;
        double enlargedError = 0;
        for (int i = 0; i < train.size(); i++) {
            float[] picture = row(train, i);
            for (int j = 0; j < mean.length; j++) {
                meanError += Math.pow(picture[j] - mean[j], 2);
                enlargedError += Math.pow(picture[j] - coarse(picture, j), 2);
            }
        }
        double values = train.size() * (double) mean.length;
        assertThat(meanError / values).isGreaterThan(0.02);
        assertThat(enlargedError / values).isGreaterThan(0.004);
    }

    /** The mean of the 4 x 4 pixels around. */
    private static double coarse(float[] picture, int index) {
        int plane = index / 1024 * 1024;
        int row = index % 1024 / 32 / 4 * 4;
        int column = index % 32 / 4 * 4;
        double sum = 0;
        for (int i = 0; i < 16; i++) {
            sum += picture[plane + (row + i / 4) * 32 + column + i % 4];
        }
        return sum / 16;
    }

    @Test
    void everyShapeStaysWithinItsReachAndHasAnArea() {
        for (Shape shape : Shape.values()) {
            int inside = 0;
            for (int i = 0; i < 200 * 200; i++) {
                double x = (i % 200 - 99.5) / 66;
                double y = (i / 200 - 99.5) / 66;
                if (shape.covers(x, y)) {
                    inside++;
                    assertThat(Math.sqrt(x * x + y * y)).as("%s", shape).isLessThanOrEqualTo(Shape.REACH + 1e-9);
                }
            }
            assertThat(inside / (66.0 * 66)).as("%s", shape).isBetween(0.9, Math.PI + 0.1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0+1", "10", "10x10", "999999+1", "-1+1", "99999999+1"})
    void argumentsThatAreNoSizesAreRefused(String arguments) {
        assertThatThrownBy(() -> shapes.open(arguments)).hasMessageContaining("TRAIN+TEST");
    }
}
