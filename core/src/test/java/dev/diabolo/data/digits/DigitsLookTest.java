package dev.diabolo.data.digits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.spi.data.Examples;
import org.junit.jupiter.api.Test;

/** What a person would check on a contact sheet, as far as numbers can. */
class DigitsLookTest {
    private static final int COUNT = 2_500;

    /** The rest are what a classifier is tried on. */
    private static final int KNOWN = 2_000;

    private static final int SIDE = DigitArtist.SIDE;
    private static final Examples DIGITS = new DigitsGenerator(DigitsSource.SEED, 2).examples(Split.TRAIN, COUNT);
    private static final float[][] PICTURES = pictures();

    @Test
    void inkIsAShareBetweenNothingAndAll() {
        for (float[] picture : PICTURES) {
            for (float pixel : picture) {
                assertThat(pixel >= 0 && pixel <= 1).isTrue();
            }
        }
    }

    /** MNIST's training set: mean 0.131, standard deviation 0.308, 81 % of pixels without ink. */
    @Test
    void thereIsAsMuchInkAsInMnist() {
        double sum = 0;
        double squares = 0;
        double blank = 0;
        double count = (double) COUNT * DigitArtist.PIXELS;
        for (float[] picture : PICTURES) {
            for (float pixel : picture) {
                sum += pixel;
                squares += pixel * pixel;
                blank += pixel == 0 ? 1 : 0;
            }
        }
        double mean = sum / count;
        assertThat(mean).isBetween(0.12, 0.145);
        assertThat(Math.sqrt(squares / count - mean * mean)).isBetween(0.28, 0.33);
        assertThat(blank / count).isBetween(0.77, 0.84);
    }

    @Test
    void noPictureIsAllButBlankOrAllButFull() {
        for (float[] picture : PICTURES) {
            double sum = 0;
            for (float pixel : picture) {
                sum += pixel;
            }
            assertThat(sum / DigitArtist.PIXELS).isBetween(0.02, 0.35);
        }
    }

    @Test
    void nothingTouchesTheBorder() {
        for (float[] picture : PICTURES) {
            for (int place = 0; place < SIDE; place++) {
                assertThat(picture[place]).isZero();
                assertThat(picture[(SIDE - 1) * SIDE + place]).isZero();
                assertThat(picture[place * SIDE]).isZero();
                assertThat(picture[place * SIDE + SIDE - 1]).isZero();
            }
        }
    }

    @Test
    void digitsAreCentred() {
        for (float[] picture : PICTURES) {
            double sum = 0;
            double across = 0;
            double down = 0;
            for (int pixel = 0; pixel < picture.length; pixel++) {
                sum += picture[pixel];
                across += picture[pixel] * (pixel % SIDE + 0.5);
                down += picture[pixel] * (pixel / SIDE + 0.5);
            }
            assertThat(across / sum).isBetween(SIDE / 2 - 4.0, SIDE / 2 + 4.0);
            assertThat(down / sum).isBetween(SIDE / 2 - 4.0, SIDE / 2 + 4.0);
        }
    }

    /** By chance alone, two means of 250 pictures each are about 0.6 apart (a picture's total variance is 49). */
    @Test
    void theMeanPicturesOfTheDigitsDiffer() {
        float[][] means = means();
        for (int digit = 0; digit < means.length; digit++) {
            for (int other = 0; other < digit; other++) {
                assertThat(Math.sqrt(squaredDistance(means[digit], means[other], Double.MAX_VALUE)))
                        .as("%d and %d", digit, other)
                        .isGreaterThan(2);
            }
        }
    }

    /** On MNIST the same classifier with as many examples is right on 92 %. */
    @Test
    void theNearestNeighbourKnowsMostDigitsButNotAll() {
        double right = 0;
        for (int index = KNOWN; index < COUNT; index++) {
            right += DIGITS.label(nearest(PICTURES[index])) == DIGITS.label(index) ? 1 : 0;
        }
        assertThat(right / (COUNT - KNOWN)).as("too hard or too easy").isBetween(0.92, 0.99);
    }

    private static int nearest(float[] picture) {
        int nearest = 0;
        double least = Double.MAX_VALUE;
        for (int known = 0; known < KNOWN; known++) {
            double distance = squaredDistance(picture, PICTURES[known], least);
            if (distance < least) {
                least = distance;
                nearest = known;
            }
        }
        return nearest;
    }

    /** The squared distance, or something above {@code enough} as soon as it is known to be so. */
    private static double squaredDistance(float[] one, float[] other, double enough) {
        double distance = 0;
        for (int row = 0; row < SIDE && distance <= enough; row++) {
            for (int pixel = row * SIDE; pixel < (row + 1) * SIDE; pixel++) {
                float difference = one[pixel] - other[pixel];
                distance += difference * difference;
            }
        }
        return distance;
    }

    private static float[][] means() {
        float[][] means = new float[GlyphCatalog.DIGITS][DigitArtist.PIXELS];
        for (int index = 0; index < COUNT; index++) {
            float[] mean = means[DIGITS.label(index)];
            for (int pixel = 0; pixel < mean.length; pixel++) {
                mean[pixel] += PICTURES[index][pixel] * GlyphCatalog.DIGITS / COUNT;
            }
        }
        return means;
    }

    private static float[][] pictures() {
        float[][] pictures = new float[COUNT][DigitArtist.PIXELS];
        for (int index = 0; index < COUNT; index++) {
            DIGITS.read(index, pictures[index], 0);
        }
        return pictures;
    }
}
