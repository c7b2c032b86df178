package dev.diabolo.data.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.data.pictures.PictureOptions.Filter;
import dev.diabolo.data.pictures.PictureOptions.Fit;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ResamplingTest {
    @Test
    void areaIsTheMeanOfWhatAPixelCovers() {
        Picture picture = new Picture(1, 2, 4, new float[] {1, 3, 5, 7, 3, 5, 7, 9});
        Picture half = new Resampling(2, 1, Fit.STRETCH, Filter.AREA).apply(picture);
        assertThat(half.values()).containsExactly(3, 7);
    }

    @Test
    void areaCountsPartsOfPixelsByTheirShare() {
        Picture picture = new Picture(1, 1, 3, new float[] {0, 30, 90});
        Picture two = new Resampling(2, 1, Fit.STRETCH, Filter.AREA).apply(picture);
        assertThat(two.values()[0]).isCloseTo(10, within(1e-4f));
        assertThat(two.values()[1]).isCloseTo(70, within(1e-4f));
    }

    @Test
    void madeLargerItIsInterpolatedBetweenMiddles() {
        Picture picture = new Picture(1, 1, 2, new float[] {0, 100});
        Picture four = new Resampling(4, 1, Fit.STRETCH, Filter.AREA).apply(picture);
        assertThat(four.values()).containsExactly(0, 25, 75, 100);
    }

    @Test
    void cropTakesTheMiddle() {
        Picture picture = new Picture(1, 1, 4, new float[] {1, 2, 3, 4});
        assertThat(new Resampling(1, 1, Fit.CROP, Filter.BILINEAR)
                        .apply(picture)
                        .values())
                .containsExactly(2.5f);
        assertThat(new Resampling(2, 1, Fit.CROP, Filter.AREA)
                        .apply(new Picture(1, 2, 8, new float[] {0, 0, 1, 1, 2, 2, 0, 0, 0, 0, 1, 1, 2, 2, 0, 0}))
                        .values())
                .containsExactly(1, 2);
    }

    @Property(tries = 200)
    void aUniformPictureStaysSoAndTheSameSizeChangesNothing(
            @ForAll @IntRange(min = 1, max = 20) int width,
            @ForAll @IntRange(min = 1, max = 20) int height,
            @ForAll @IntRange(min = 1, max = 20) int toWidth,
            @ForAll @IntRange(min = 1, max = 20) int toHeight,
            @ForAll Fit fit,
            @ForAll Filter filter) {
        float[] ones = new float[3 * width * height];
        java.util.Arrays.fill(ones, 9);
        Picture result = new Resampling(toWidth, toHeight, fit, filter).apply(new Picture(3, height, width, ones));
        assertThat(result.values()).hasSize(3 * toWidth * toHeight);
        for (float value : result.values()) {
            assertThat(value).isCloseTo(9, within(1e-4f));
        }
        float[] random = new float[3 * width * height];
        Random source = new Random(width * 31L + height);
        for (int i = 0; i < random.length; i++) {
            random[i] = source.nextInt(256);
        }
        Picture same = new Resampling(width, height, fit, filter).apply(new Picture(3, height, width, random));
        assertThat(same.rounded().values()).isEqualTo(random);
    }

    @Property(tries = 100)
    void areaKeepsTheMeanOfAPictureMadeSmaller(
            @ForAll @IntRange(min = 5, max = 30) int width, @ForAll @IntRange(min = 1, max = 5) int toWidth) {
        float[] values = new float[width];
        double sum = 0;
        for (int i = 0; i < width; i++) {
            values[i] = i * i % 17;
            sum += values[i];
        }
        Picture result = new Resampling(toWidth, 1, Fit.STRETCH, Filter.AREA).apply(new Picture(1, 1, width, values));
        double mean = 0;
        for (float value : result.values()) {
            mean += value / toWidth;
        }
        assertThat(mean).isCloseTo(sum / width, within(1e-3));
    }
}
