package dev.diabolo.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.diabolo.Diabolo;
import dev.diabolo.data.RowExamples;
import dev.diabolo.data.Scaling;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrincipalComponentsTest {
    /** Rows {@code a (1, 2, 2) / 3 + b (2, 1, -2) / 3 + offset}: two components, of the variances of a and b. */
    private static float[][] plane(double offset) {
        Random random = new Random(1);
        float[][] rows = new float[1501][3];
        for (float[] row : rows) {
            double a = 5 * random.nextGaussian();
            double b = random.nextGaussian();
            row[0] = (float) ((a + 2 * b) / 3 + offset);
            row[1] = (float) ((2 * a + b) / 3 + offset);
            row[2] = (float) ((2 * a - 2 * b) / 3 + offset);
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e4})
    void whatComponentsSpanIsRestored(double offset) {
        Examples examples = RowExamples.of(plane(offset));

        assertThat(PrincipalComponents.fit(examples, 2).squaredError(examples)).isCloseTo(0, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e4})
    void whatIsLeftIsTheVarianceOfTheOtherComponents(double offset) {
        Examples examples = RowExamples.of(plane(offset));

        assertThat(PrincipalComponents.fit(examples, 1).squaredError(examples)).isCloseTo(1, within(0.1));
    }

    /** No other plane through the mean is nearer, such as those of random directions. */
    @Test
    void noOtherLinearCodeIsBetter() {
        Random random = new Random(2);
        float[][] rows = new float[300][6];
        for (float[] row : rows) {
            for (int j = 0; j < row.length; j++) {
                row[j] = (float) ((j + 1) * random.nextGaussian() + (j > 0 ? row[j - 1] : 0));
            }
        }
        Examples examples = RowExamples.of(rows);
        double best = PrincipalComponents.fit(examples, 1).squaredError(examples);
        Covariance covariance = Covariance.of(examples);
        double total = 0;
        for (int j = 0; j < 6; j++) {
            total += covariance.matrix()[j][j];
        }

        for (int attempt = 0; attempt < 200; attempt++) {
            double[] direction = random.doubles(6, -1, 1).toArray();
            double squares = 0;
            double kept = 0;
            for (int i = 0; i < 6; i++) {
                squares += direction[i] * direction[i];
                for (int j = 0; j < 6; j++) {
                    kept += direction[i] * direction[j] * covariance.matrix()[i][j];
                }
            }
            assertThat(total - kept / squares).isGreaterThanOrEqualTo(best - 1e-9);
        }
    }

    @Test
    void moreComponentsThanValuesAreNone() {
        Examples examples = RowExamples.of(plane(0));

        assertThat(PrincipalComponents.fit(examples, 100).count()).isEqualTo(3);
    }

    @Test
    void dataTooWideAreRefused() {
        Examples wide = RowExamples.of(new float[2][4097]);

        assertThatThrownBy(() -> PrincipalComponents.fit(wide, 2))
                .isInstanceOf(DiaboloException.class)
                .hasMessageContaining("4097")
                .hasMessageContaining("4096");
    }

    /** The figure of Hinton and Salakhutdinov 2006 for 30 components. */
    @Test
    void theErrorOnMnistIsThatOfThePaper() {
        String chosen = System.getProperty("diabolo.test.mnist", System.getenv("DIABOLO_TEST_MNIST"));
        Path mnist =
                chosen != null ? Path.of(chosen) : Path.of("").toAbsolutePath().resolve("../../shared/data/mnist");
        assumeTrue(Files.isDirectory(mnist), "skipped: MNIST is not in " + mnist);
        try (Diabolo diabolo = Diabolo.create()) {
            Dataset data = diabolo.data(mnist.toString());

            Scaling scaling = Scaling.fit(data.train());

            double error = PrincipalComponents.fit(scaling.of(data.train()), 30)
                    .squaredError(scaling.of(data.test().orElseThrow()));

            assertThat(error).isCloseTo(13.87, within(0.1387));
        }
    }
}
