package dev.diabolo.plugins.vanilla.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.plugins.vanilla.GivenPass;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Structural similarity against the sums of its definition, window by window. */
class StructuralSimilarityTest {
    private static final StructuralSimilarityOptions USUAL = new StructuralSimilarityOptions(11, 1.5);

    @ParameterizedTest(name = "{0} x {1} x {2}, window {3}, deviation {4}")
    @CsvSource({"1, 28, 28, 11, 1.5", "3, 13, 17, 11, 1.5", "1, 5, 16, 11, 1.5", "2, 1, 7, 3, 0.7", "1, 9, 8, 4, 2"})
    void itIsTheMeanOverAllWindowsAndChannels(int channels, int height, int width, int window, double deviation) {
        StructuralSimilarityOptions options = new StructuralSimilarityOptions(window, deviation);
        TensorSpec spec = TensorSpec.of(channels, height, width);
        double[] x = uniform(2 * spec.size(), 1);
        double[] y = uniform(2 * spec.size(), 2);

        double[] found = dissimilarity(options, spec, x, y);

        for (int example = 0; example < 2; example++) {
            double sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                int offset = (example * channels + channel) * height * width;
                sum += Plane.similarity(x, y, offset, height, width, window, deviation);
            }
            assertThat(found[example]).isCloseTo(1 - sum / channels, within(1e-10));
        }
    }

    @Test
    void theSameImageHasNoDissimilarityAndAnInvertedOneMuch() {
        TensorSpec spec = TensorSpec.of(16, 16);
        double[] image = uniform(256, 3);
        double[] inverted = new double[256];
        for (int i = 0; i < inverted.length; i++) {
            inverted[i] = 1 - image[i];
        }

        assertThat(dissimilarity(USUAL, spec, image, image)[0]).isCloseTo(0, within(1e-12));
        assertThat(dissimilarity(USUAL, spec, image, inverted)[0]).isBetween(1.5, 2.0);
    }

    @Test
    void itIsTheSameBothWaysRound() {
        TensorSpec spec = TensorSpec.of(1, 12, 14);
        double[] x = uniform(spec.size(), 5);
        double[] y = uniform(spec.size(), 6);

        assertThat(dissimilarity(USUAL, spec, x, y)[0]).isCloseTo(dissimilarity(USUAL, spec, y, x)[0], within(1e-12));
    }

    @Test
    void dataWithoutHeightAndWidthAreRefusedWithTheirShape() {
        assertThatThrownBy(() -> dissimilarity(USUAL, TensorSpec.of(7), new double[7], new double[7]))
                .isInstanceOfSatisfying(
                        DiaboloException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.USER))
                .hasMessageContaining("shape 7");
    }

    /** Of as many examples as the values are. */
    private static double[] dissimilarity(
            StructuralSimilarityOptions options, TensorSpec spec, double[] x, double[] y) {
        try (GraphProbe probe = GraphProbe.of(
                true,
                1,
                List.of(spec, spec),
                (scope, inputs) -> new StructuralSimilarity(options)
                        .build(scope, GivenPass.reconstruction(inputs.get(0), inputs.get(1), false)))) {
            return probe.run(x.length / spec.size(), List.of(x, y)).get("ssim").values();
        }
    }

    private static double[] uniform(int size, long seed) {
        return new SplittableRandom(seed).doubles(size).toArray();
    }

    /** The definition, without any short cut. */
    private static final class Plane {
        static double similarity(
                double[] x, double[] y, int offset, int height, int width, int window, double deviation) {
            int windowHeight = Math.min(window, height);
            int windowWidth = Math.min(window, width);
            double sum = 0;
            int places = 0;
            for (int top = 0; top + windowHeight <= height; top++) {
                for (int left = 0; left + windowWidth <= width; left++) {
                    double[] moments = new double[6];
                    for (int i = 0; i < windowHeight; i++) {
                        for (int j = 0; j < windowWidth; j++) {
                            double down = i - (windowHeight - 1) / 2.0;
                            double across = j - (windowWidth - 1) / 2.0;
                            double weight = Math.exp(-(down * down + across * across) / (2 * deviation * deviation));
                            int at = offset + (top + i) * width + left + j;
                            moments[0] += weight;
                            moments[1] += weight * x[at];
                            moments[2] += weight * y[at];
                            moments[3] += weight * x[at] * x[at];
                            moments[4] += weight * y[at] * y[at];
                            moments[5] += weight * x[at] * y[at];
                        }
                    }
                    sum += ofMoments(moments);
                    places++;
                }
            }
            return sum / places;
        }

        private static double ofMoments(double[] m) {
            double meanX = m[1] / m[0];
            double meanY = m[2] / m[0];
            double varianceX = m[3] / m[0] - meanX * meanX;
            double varianceY = m[4] / m[0] - meanY * meanY;
            double covariance = m[5] / m[0] - meanX * meanY;
            return (2 * meanX * meanY + 1e-4)
                    * (2 * covariance + 9e-4)
                    / ((meanX * meanX + meanY * meanY + 1e-4) * (varianceX + varianceY + 9e-4));
        }
    }
}
