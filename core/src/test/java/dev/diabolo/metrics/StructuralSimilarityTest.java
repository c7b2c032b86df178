package dev.diabolo.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.spi.graph.TensorSpec;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StructuralSimilarityTest {
    private static final TensorSpec IMAGE = TensorSpec.of(1, 14, 17);

    private final StructuralSimilarity similarity = new StructuralSimilarity(IMAGE, 1);

    @Test
    void anImageIsLikeItself() {
        float[] image = random(IMAGE.size(), 1);

        assertThat(similarity.of(image, image)).isCloseTo(1, within(1e-12));
    }

    @Test
    void ofEvenImagesOnlyTheMeansCount() {
        float[] dark = even(0.2f);
        float[] bright = even(0.6f);

        double expected = (2 * 0.2 * 0.6 + 1e-4) / (0.2 * 0.2 + 0.6 * 0.6 + 1e-4);
        assertThat(similarity.of(dark, bright)).isCloseTo(expected, within(1e-6));
    }

    @Test
    void isTheMeanOfTheDefinitionOverAllPlacesOfTheWindow() {
        float[] x = random(IMAGE.size(), 2);
        float[] y = random(IMAGE.size(), 3);

        assertThat(similarity.of(x, y)).isCloseTo(byDefinition(x, y), within(1e-10));
    }

    @Test
    void channelsCountAlike() {
        float[] x = random(2 * IMAGE.size(), 4);
        float[] y = random(2 * IMAGE.size(), 5);

        double both = new StructuralSimilarity(TensorSpec.of(2, 14, 17), 1).of(x, y);

        double first = similarity.of(part(x, 0), part(y, 0));
        double second = similarity.of(part(x, 1), part(y, 1));
        assertThat(both).isCloseTo((first + second) / 2, within(1e-12));
    }

    @Test
    void valuesAndPeakMayHaveAnyUnit() {
        float[] x = random(IMAGE.size(), 6);
        float[] y = random(IMAGE.size(), 7);
        float[] x255 = x.clone();
        float[] y255 = y.clone();
        for (int i = 0; i < x.length; i++) {
            x255[i] *= 255;
            y255[i] *= 255;
        }

        assertThat(new StructuralSimilarity(IMAGE, 255).of(x255, y255)).isCloseTo(similarity.of(x, y), within(1e-5));
    }

    @Test
    void imagesWithoutRoomForTheWindowAreRefused() {
        assertThat(StructuralSimilarity.applies(TensorSpec.of(1, 10, 28))).isFalse();
        assertThat(StructuralSimilarity.applies(TensorSpec.of(784))).isFalse();
        assertThatThrownBy(() -> new StructuralSimilarity(TensorSpec.of(1, 10, 28), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Equations 13 to 17 of the paper, word by word: means first, then deviations from them. */
    private static double byDefinition(float[] x, float[] y) {
        int width = 17;
        double sum = 0;
        int places = 0;
        for (int top = 0; top + 11 <= 14; top++) {
            for (int left = 0; left + 11 <= width; left++) {
                double weights = 0;
                double mx = 0;
                double my = 0;
                for (int i = 0; i < 121; i++) {
                    double w = weight(i);
                    weights += w;
                    mx += w * x[(top + i / 11) * width + left + i % 11];
                    my += w * y[(top + i / 11) * width + left + i % 11];
                }
                mx /= weights;
                my /= weights;
                double sx = 0;
                double sy = 0;
                double sxy = 0;
                for (int i = 0; i < 121; i++) {
                    double dx = x[(top + i / 11) * width + left + i % 11] - mx;
                    double dy = y[(top + i / 11) * width + left + i % 11] - my;
                    sx += weight(i) / weights * dx * dx;
                    sy += weight(i) / weights * dy * dy;
                    sxy += weight(i) / weights * dx * dy;
                }
                sum += (2 * mx * my + 1e-4) * (2 * sxy + 9e-4) / ((mx * mx + my * my + 1e-4) * (sx + sy + 9e-4));
                places++;
            }
        }
        return sum / places;
    }

    private static double weight(int i) {
        double dy = i / 11 - 5;
        double dx = i % 11 - 5;
        return Math.exp(-(dx * dx + dy * dy) / (2 * 1.5 * 1.5));
    }

    private static float[] part(float[] images, int channel) {
        return Arrays.copyOfRange(images, channel * IMAGE.size(), (channel + 1) * IMAGE.size());
    }

    private static float[] even(float value) {
        float[] image = new float[IMAGE.size()];
        Arrays.fill(image, value);
        return image;
    }

    private static float[] random(int size, long seed) {
        Random random = new Random(seed);
        float[] image = new float[size];
        for (int i = 0; i < size; i++) {
            image[i] = random.nextFloat();
        }
        return image;
    }
}
