package dev.diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.Autoencoder;
import dev.diabolo.Diabolo;
import dev.diabolo.ProgressListener;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How many modes of points in the plane a generator finds: those within three standard deviations of which lie 20 of 2,500
 * samples. {@code docs/reproduction.md} has the figures.
 */
class ModesTest {
    private static final int SAMPLES = 2_500;
    private static final int ENOUGH = 20;

    @EnabledIfSystemProperty(
            named = "diabolo.measure",
            matches = "true",
            disabledReason = "a measurement of some minutes; ask for it with -Ddiabolo.measure=true")
    @ParameterizedTest
    @CsvSource({"gan, ring, ring, 7", "gan, grid, grid, 20", "wgan-gp, ring-wasserstein, ring, 7"})
    void theExampleFindsNearlyAll(String recipe, String example, String name, int wanted) {
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE)) {
            Dataset data = diabolo.data(name);
            Autoencoder model = diabolo.training(recipe)
                    .configuration(Path.of("..", "examples", example + ".yaml"))
                    .train(data);
            int found = Modes.of(data.train()).found(model.generate(SAMPLES, 1).toArray(), ENOUGH);
            System.out.println(String.format(Locale.ROOT, "measured: modes of %s found by %s %d", name, recipe, found));

            assertThat(found).isGreaterThanOrEqualTo(wanted);
        }
    }

    @ParameterizedTest
    @CsvSource({"ring, 8", "grid, 25"})
    void theDataThemselvesAreAtAllModesAndAnyOfThemCanBeMissed(String name, int modes) {
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE)) {
            Dataset data = diabolo.data(name);
            Examples test = data.testOrTrain();
            List<float[]> all = new ArrayList<>();
            List<float[]> some = new ArrayList<>();
            for (int i = 0; i < test.size(); i++) {
                all.add(point(test, i));
                if (test.label(i) != 3) {
                    some.add(point(test, i));
                }
            }
            assertThat(Modes.of(data.train()).found(all.toArray(new float[0][]), ENOUGH))
                    .isEqualTo(modes);
            assertThat(Modes.of(data.train()).found(some.toArray(new float[0][]), ENOUGH))
                    .isEqualTo(modes - 1);
        }
    }

    @Test
    void whatLiesBetweenModesFindsNone() {
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE)) {
            float[][] middle = Collections.nCopies(SAMPLES, new float[] {1, 1}).toArray(new float[0][]);
            assertThat(Modes.of(diabolo.data("grid").train()).found(middle, ENOUGH))
                    .isZero();
        }
    }

    private static float[] point(Examples examples, int index) {
        float[] point = new float[2];
        examples.read(index, point, 0);
        return point;
    }

    /** Middles of the labels of some points, and their common deviation in each number. */
    private record Modes(double[][] middles, double deviation) {
        static Modes of(Examples points) {
            int count = 0;
            for (int i = 0; i < points.size(); i++) {
                count = Math.max(count, points.label(i) + 1);
            }
            double[][] middles = new double[count][2];
            int[] sizes = new int[count];
            for (int i = 0; i < points.size(); i++) {
                float[] point = point(points, i);
                middles[points.label(i)][0] += point[0];
                middles[points.label(i)][1] += point[1];
                sizes[points.label(i)]++;
            }
            for (int mode = 0; mode < count; mode++) {
                middles[mode][0] /= sizes[mode];
                middles[mode][1] /= sizes[mode];
            }
            double squares = 0;
            for (int i = 0; i < points.size(); i++) {
                squares += Math.pow(distance(point(points, i), middles[points.label(i)]), 2);
            }
            return new Modes(middles, Math.sqrt(squares / (2 * points.size())));
        }

        private static double distance(float[] point, double[] middle) {
            return Math.hypot(point[0] - middle[0], point[1] - middle[1]);
        }

        /** How many have at least so many samples within three deviations. */
        int found(float[][] samples, int enough) {
            return (int) Arrays.stream(middles)
                    .filter(middle -> Arrays.stream(samples)
                                    .filter(sample -> distance(sample, middle) <= 3 * deviation)
                                    .count()
                            >= enough)
                    .count();
        }
    }
}
