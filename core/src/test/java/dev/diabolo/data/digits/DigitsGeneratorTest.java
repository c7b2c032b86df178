package dev.diabolo.data.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.diabolo.spi.data.Examples;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class DigitsGeneratorTest {
    private static final int COUNT = 1_000;
    private static final long SEED = DigitsSource.SEED;

    /** Computed once; a change means that every user's {@code digits} become other digits. */
    private static final long PINNED_CHECKSUM = 2_372_737_760L;

    @Test
    void theSameSeedDrawsTheSameBitsForEver() {
        assertThat(checksum(draw(SEED, Split.TRAIN, 1))).isEqualTo(PINNED_CHECKSUM);
        assertThat(checksum(draw(SEED, Split.TRAIN, 1))).isEqualTo(PINNED_CHECKSUM);
    }

    @Test
    void theNumberOfThreadsMakesNoDifference() {
        assertThat(checksum(draw(SEED, Split.TRAIN, 2))).isEqualTo(PINNED_CHECKSUM);
        assertThat(checksum(draw(SEED, Split.TRAIN, 7))).isEqualTo(PINNED_CHECKSUM);
    }

    @Test
    void aSmallerSetIsTheBeginningOfALargerOne() {
        Examples small = new DigitsGenerator(SEED, 2).examples(Split.TEST, 13);
        Examples large = new DigitsGenerator(SEED, 2).examples(Split.TEST, 700);
        for (int index = 0; index < small.size(); index++) {
            assertThat(small.label(index)).isEqualTo(large.label(index));
            assertThat(pixels(small, index)).isEqualTo(pixels(large, index));
        }
    }

    @Test
    void anotherSeedDrawsOtherDigitsInAnotherOrder() {
        Examples ours = draw(SEED, Split.TRAIN, 2);
        Examples others = draw(SEED + 1, Split.TRAIN, 2);
        assertThat(pictures(ours)).doesNotContainAnyElementsOf(pictures(others));
        assertThat(labels(ours)).isNotEqualTo(labels(others));
    }

    @Test
    void trainingAndTestSetHaveNoPictureInCommonAndNoneTwice() {
        Set<ByteBuffer> train = pictures(draw(SEED, Split.TRAIN, 2));
        Set<ByteBuffer> test = pictures(draw(SEED, Split.TEST, 2));
        assertThat(train).hasSize(COUNT).doesNotContainAnyElementsOf(test);
        assertThat(test).hasSize(COUNT);
    }

    @Test
    void everyTenExamplesShowTheTenDigitsInARandomOrder() {
        int[] labels = labels(draw(SEED, Split.TRAIN, 2));
        Set<Integer> firstDigits = new HashSet<>();
        for (int ten = 0; ten < COUNT; ten += 10) {
            assertThat(Arrays.copyOfRange(labels, ten, ten + 10))
                    .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
            firstDigits.add(labels[ten]);
        }
        assertThat(firstDigits).hasSize(10);
    }

    @Test
    void describesLabelledPicturesOfOneChannel() {
        Examples digits = draw(SEED, Split.TRAIN, 2);
        assertThat(digits.spec()).hasToString("1x28x28");
        assertThat(digits.labelled()).isTrue();
        assertThat(digits.size()).isEqualTo(COUNT);
        assertThatThrownBy(() -> pixels(digits, COUNT)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void readsFromAnOffsetOnAndTouchesNothingElse() {
        float[] target = new float[2 + DigitArtist.PIXELS];
        target[0] = -1;
        target[target.length - 1] = -1;
        Examples digits = draw(SEED, Split.TRAIN, 2);
        digits.read(3, target, 1);
        assertThat(Arrays.copyOfRange(target, 1, target.length - 1)).isEqualTo(pixels(digits, 3));
        assertThat(target).startsWith(-1).endsWith(-1);
    }

    private static Examples draw(long seed, Split split, int threads) {
        return new DigitsGenerator(seed, threads).examples(split, COUNT);
    }

    private static int[] labels(Examples digits) {
        int[] labels = new int[digits.size()];
        Arrays.setAll(labels, digits::label);
        return labels;
    }

    private static Set<ByteBuffer> pictures(Examples digits) {
        Set<ByteBuffer> pictures = new HashSet<>();
        for (int index = 0; index < digits.size(); index++) {
            pictures.add(ByteBuffer.wrap(bytes(digits, index)));
        }
        return pictures;
    }

    private static long checksum(Examples digits) {
        CRC32 checksum = new CRC32();
        for (int index = 0; index < digits.size(); index++) {
            checksum.update(digits.label(index));
            checksum.update(bytes(digits, index));
        }
        return checksum.getValue();
    }

    private static byte[] bytes(Examples digits, int index) {
        float[] pixels = pixels(digits, index);
        byte[] bytes = new byte[pixels.length];
        for (int pixel = 0; pixel < bytes.length; pixel++) {
            bytes[pixel] = (byte) Math.round(pixels[pixel] * 255);
        }
        return bytes;
    }

    private static float[] pixels(Examples digits, int index) {
        float[] pixels = new float[DigitArtist.PIXELS];
        digits.read(index, pixels, 0);
        return pixels;
    }
}
