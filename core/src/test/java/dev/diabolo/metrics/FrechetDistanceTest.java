package dev.diabolo.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class FrechetDistanceTest {
    /** Rows of mean 0 and covariance A A^T, but for a sample's noise. */
    private static float[][] rows(double[][] a, long seed) {
        Random random = new Random(seed);
        float[][] rows = new float[4000][a.length];
        for (float[] row : rows) {
            double[] normal = random.doubles(a.length, -1, 1).toArray();
            for (int i = 0; i < a.length; i++) {
                for (int j = 0; j < a.length; j++) {
                    row[i] += (float) (a[i][j] * normal[j]);
                }
            }
        }
        return rows;
    }

    private static final float[][] SOME = rows(new double[][] {{2, 0.3, 0}, {-1, 1, 0}, {0, 0, 0.5}}, 1);

    private static float[][] changed(float[][] rows, double factor, double... shift) {
        float[][] changed = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            changed[i] = rows[i].clone();
            for (int j = 0; j < changed[i].length; j++) {
                changed[i][j] = (float) (factor * changed[i][j] + shift[j]);
            }
        }
        return changed;
    }

    @Test
    void equalFeaturesHaveNoDistance() {
        assertThat(FrechetDistance.between(SOME, SOME)).isCloseTo(0, within(1e-9));
    }

    @Property(tries = 20)
    void shiftedFeaturesAreAsFarAsTheSquareOfTheShift(
            @ForAll @DoubleRange(min = -3, max = 3) double x, @ForAll @DoubleRange(min = -3, max = 3) double y) {
        assertThat(FrechetDistance.between(SOME, changed(SOME, 1, x, y, 1))).isCloseTo(x * x + y * y + 1, within(1e-4));
    }

    /** Standard deviations a times as large are at {@code (a - 1)^2 tr C}. */
    @Test
    void stretchedFeaturesDifferInTheirDeviations() {
        Covariance own = covariance(SOME);
        double trace = own.matrix()[0][0] + own.matrix()[1][1] + own.matrix()[2][2];
        double ofMean = 0;
        for (double mean : own.mean()) {
            ofMean += mean * mean;
        }

        assertThat(FrechetDistance.between(SOME, changed(SOME, 3, 0, 0, 0)))
                .isCloseTo(4 * (trace * 4000 / 3999 + ofMean), within(1e-4));
    }

    /** In two dimensions {@code tr (C1 C2)^1/2 = sqrt(tr C1 C2 + 2 sqrt(det C1 det C2))}. */
    @Test
    void covariancesThatDoNotCommuteHaveTheDistanceOfTheClosedForm() {
        float[][] one = rows(new double[][] {{2, 0}, {1, 0.3}}, 1);
        float[][] other = rows(new double[][] {{0.4, -1}, {0, 1.5}}, 2);
        double[][] c1 = covariance(one).matrix();
        double[][] c2 = covariance(other).matrix();
        double unbiased = 4000 / 3999.0;
        double traceOfProduct = c1[0][0] * c2[0][0] + 2 * c1[0][1] * c2[0][1] + c1[1][1] * c2[1][1];
        double root = Math.sqrt(traceOfProduct + 2 * Math.sqrt(determinant(c1) * determinant(c2)));
        double traces = c1[0][0] + c1[1][1] + c2[0][0] + c2[1][1];
        double dx = covariance(one).mean()[0] - covariance(other).mean()[0];
        double dy = covariance(one).mean()[1] - covariance(other).mean()[1];

        assertThat(FrechetDistance.between(one, other))
                .isCloseTo(dx * dx + dy * dy + unbiased * (traces - 2 * root), within(1e-9));
        assertThat(FrechetDistance.between(other, one)).isCloseTo(FrechetDistance.between(one, other), within(1e-9));
    }

    private static double determinant(double[][] c) {
        return c[0][0] * c[1][1] - c[0][1] * c[1][0];
    }

    private static Covariance covariance(float[][] rows) {
        return Covariance.of(dev.diabolo.data.RowExamples.of(rows));
    }

    @Test
    void featuresThatNeverVaryAreNoHindrance() {
        float[][] one = {{1, 0}, {2, 0}, {3, 0}};
        float[][] other = {{1, 2}, {2, 2}, {3, 2}};

        assertThat(FrechetDistance.between(one, other)).isCloseTo(4, within(1e-9));
    }
}
