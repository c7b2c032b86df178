package dev.diabolo.plugins.vanilla.corruption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.Diabolo;
import dev.diabolo.ProgressListener;
import dev.diabolo.engine.Corruptor;
import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What corruptions make of values, by their formulas. */
class CorruptedValuesTest {
    private static final TensorSpec IMAGE = TensorSpec.of(1, 6, 8);

    private static float[] corrupted(String name, Map<String, ?> options, TensorSpec spec, float[] values, long seed) {
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE);
                Corruptor corruptor = new Corruptor(diabolo.corruption(name, options), spec, seed)) {
            float[] result = values.clone();
            corruptor.apply(result, values.length / spec.size(), 0);
            return result;
        }
    }

    private static float[] ones(int size) {
        float[] values = new float[size];
        Arrays.fill(values, 1);
        return values;
    }

    private static float[] random(int size) {
        SplittableRandom random = new SplittableRandom(3);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextDouble();
        }
        return values;
    }

    private static double share(float[] values, float wanted) {
        return IntStream.range(0, values.length)
                        .filter(i -> values[i] == wanted)
                        .count()
                / (double) values.length;
    }

    @Test
    void normalNoiseHasTheDeviationAskedFor() {
        float[] noise = corrupted("gaussian", Map.of("deviation", 0.2), TensorSpec.of(1000), new float[20_000], 1);

        double mean = IntStream.range(0, noise.length)
                .mapToDouble(i -> noise[i])
                .average()
                .orElseThrow();
        double square = IntStream.range(0, noise.length)
                .mapToDouble(i -> noise[i] * noise[i])
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(0, within(0.01));
        assertThat(Math.sqrt(square)).isCloseTo(0.2, within(0.005));
    }

    @Test
    void aShareOfTheValuesIsMaskedAndTheOthersStay() {
        float[] masked = corrupted("masking", Map.of("share", 0.3), TensorSpec.of(1000), ones(20_000), 1);

        assertThat(share(masked, 0)).isCloseTo(0.3, within(0.02));
        assertThat(share(masked, 0) + share(masked, 1)).isEqualTo(1);
        assertThat(corrupted("masking", Map.of("share", 1), TensorSpec.of(4), ones(8), 1))
                .containsOnly(0);
        assertThat(corrupted("masking", Map.of("share", 0), TensorSpec.of(4), ones(8), 1))
                .containsOnly(1);
    }

    @Test
    void saltAndPepperAreAsMany() {
        float[] grey = new float[20_000];
        Arrays.fill(grey, 0.5f);

        float[] strewn = corrupted("salt-and-pepper", Map.of("share", 0.4), TensorSpec.of(1000), grey, 1);

        assertThat(share(strewn, 0)).isCloseTo(0.2, within(0.02));
        assertThat(share(strewn, 1)).isCloseTo(0.2, within(0.02));
        assertThat(share(strewn, 0.5f)).isCloseTo(0.6, within(0.02));
    }

    @Test
    void aValueIsTheShareOfOnesThatAreDrawn() {
        float[] probabilities = new float[20_000];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = new float[] {0, 0.25f, 0.75f, 1}[i % 4];
        }

        float[] drawn = corrupted("binarisation", Map.of(), TensorSpec.of(1000), probabilities, 1);

        assertThat(share(drawn, 0) + share(drawn, 1)).isEqualTo(1);
        for (int kind = 0; kind < 4; kind++) {
            double ones = 0;
            for (int i = kind; i < drawn.length; i += 4) {
                ones += drawn[i];
            }
            float expected = probabilities[kind];
            assertThat(ones / 5000).isCloseTo(expected, within(expected % 1 == 0 ? 0 : 0.03));
        }
        assertThat(corrupted("binarisation", Map.of(), TensorSpec.of(1000), probabilities, 2))
                .isNotEqualTo(drawn);
    }

    @Test
    void everyChannelOfAGreyImageIsTheLuminance() {
        float[] pixels = {1, 0, 0, 1, 0, 0.5f};

        float[] grey = corrupted("grey", Map.of(), TensorSpec.of(3, 1, 2), pixels, 1);

        float first = 0.299f;
        float second = 0.587f + 0.5f * 0.114f;
        assertThat(grey).containsExactly(new float[] {first, second, first, second, first, second}, within(1e-6f));
        assertThat(corrupted("grey", Map.of(), TensorSpec.of(3, 1, 2), grey, 1)).containsExactly(grey, within(1e-6f));
    }

    @Test
    void aRectangleOfTheSizeAskedForIsHidden() {
        Map<String, ?> options = Map.of("height", 0.5, "width", 0.25);
        float[] hidden = corrupted("occlusion", options, IMAGE, ones(200 * IMAGE.size()), 1);

        int[] places = new int[IMAGE.size()];
        for (int image = 0; image < 200; image++) {
            int zeros = 0;
            int first = -1;
            for (int i = 0; i < IMAGE.size(); i++) {
                if (hidden[image * IMAGE.size() + i] == 0) {
                    first = first < 0 ? i : first;
                    zeros++;
                }
            }
            assertThat(zeros).as("hidden pixels of image %d", image).isEqualTo(3 * 2);
            for (int row = 0; row < 3; row++) {
                assertThat(hidden[image * IMAGE.size() + first + 8 * row]).isZero();
                assertThat(hidden[image * IMAGE.size() + first + 8 * row + 1]).isZero();
            }
            places[first]++;
        }
        assertThat(IntStream.of(places).filter(count -> count > 0).count())
                .as("places of the rectangle, of 4 x 7")
                .isGreaterThan(24);
    }

    @Test
    void theMeanOfTheImageIsPutIntoTheRectangle() {
        float[] values = random(IMAGE.size());

        float[] hidden = corrupted("occlusion", Map.of("height", 1, "width", 1, "fill", "mean"), IMAGE, values, 1);

        float mean = (float) IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
        for (float value : hidden) {
            assertThat(value).isCloseTo(mean, within(1e-5f));
        }
    }

    @Test
    void blocksOfPixelsBecomeTheirMean() {
        float[] values = {0, 1, 2, 3, 4, 5, 6, 7};

        float[] small = corrupted(
                "downscaling", Map.of("factor", 2, "interpolation", "nearest"), TensorSpec.of(1, 2, 4), values, 1);

        assertThat(small).containsExactly(new float[] {2.5f, 2.5f, 4.5f, 4.5f, 2.5f, 2.5f, 4.5f, 4.5f}, within(1e-5f));
    }

    @Test
    void betweenTheCentresOfBlocksInterpolationIsLinear() {
        float[] values = {0, 0, 4, 4};

        float[] small = corrupted(
                "downscaling", Map.of("factor", 2, "interpolation", "bilinear"), TensorSpec.of(1, 2, 2), values, 1);
        float[] wide = corrupted(
                "downscaling", Map.of("factor", 2), TensorSpec.of(1, 2, 4), new float[] {0, 0, 4, 4, 0, 0, 4, 4}, 1);

        assertThat(small).containsExactly(new float[] {2, 2, 2, 2}, within(1e-5f));
        assertThat(wide).containsExactly(new float[] {0, 1, 3, 4, 0, 1, 3, 4}, within(1e-5f));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zero", "edge"})
    void shiftsMoveEveryPixelByTheSameDistance(String padding) {
        float[] values = random(IMAGE.size());
        float[] many = new float[100 * IMAGE.size()];
        for (int i = 0; i < 100; i++) {
            System.arraycopy(values, 0, many, i * IMAGE.size(), IMAGE.size());
        }

        float[] shifted = corrupted("shift", Map.of("distance", 1, "padding", padding), IMAGE, many, 1);

        int[] seen = new int[9];
        for (int image = 0; image < 100; image++) {
            float[] one = Arrays.copyOfRange(shifted, image * IMAGE.size(), (image + 1) * IMAGE.size());
            int found = IntStream.range(0, 9)
                    .filter(by -> matches(one, shift(values, by / 3 - 1, by % 3 - 1, padding.equals("edge"))))
                    .findFirst()
                    .orElse(-1);
            assertThat(found).as("the shift of image %d", image).isNotNegative();
            seen[found]++;
        }
        assertThat(seen).as("how often each shift was drawn").doesNotContain(0);
    }

    private static boolean matches(float[] one, float[] other) {
        return IntStream.range(0, one.length).allMatch(i -> Math.abs(one[i] - other[i]) < 1e-6);
    }

    private static float[] shift(float[] values, int down, int across, boolean edge) {
        float[] moved = new float[values.length];
        for (int row = 0; row < 6; row++) {
            for (int column = 0; column < 8; column++) {
                int fromRow = Math.max(0, Math.min(5, row - down));
                int fromColumn = Math.max(0, Math.min(7, column - across));
                boolean inside = fromRow == row - down && fromColumn == column - across;
                moved[row * 8 + column] = inside || edge ? values[fromRow * 8 + fromColumn] : 0;
            }
        }
        return moved;
    }

    @Test
    void whatBecomesOfAnExampleDependsOnSeedAndNumberAlone() {
        TensorSpec spec = TensorSpec.of(5);
        Map<String, ?> options = Map.of();
        float[] all = corrupted("gaussian", options, spec, new float[500], 1);

        assertThat(corrupted("gaussian", options, spec, new float[500], 1)).containsExactly(all);
        assertThat(corrupted("gaussian", options, spec, new float[500], 2)).isNotEqualTo(all);
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE);
                Corruptor corruptor = new Corruptor(diabolo.corruption("gaussian", options), spec, 1)) {
            float[] later = new float[50];
            corruptor.apply(later, 10, 90);
            assertThat(later).containsExactly(Arrays.copyOfRange(all, 450, 500));
        }
    }

    @Test
    void mistypedCorruptionsAndOptionsAreNamed() {
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE)) {
            Corruption byId = diabolo.corruption("vanilla.gaussian", Map.of());
            assertThat(byId).isEqualTo(diabolo.corruption("gaussian", Map.of()));
            for (Runnable mistake : new Runnable[] {
                () -> diabolo.corruption("gausian", Map.of()),
                () -> diabolo.corruption("vanilla.gausian", Map.of()),
                () -> diabolo.corruption("gaussian", Map.of("deviatoin", 1))
            }) {
                assertThatExceptionOfType(DiaboloException.class)
                        .isThrownBy(mistake::run)
                        .matches(error -> error.kind() == ErrorKind.USER)
                        .withMessageContaining("did you mean");
            }
        }
    }
}
