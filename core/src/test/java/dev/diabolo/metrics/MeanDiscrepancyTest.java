package dev.diabolo.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeanDiscrepancyTest {
    private static final RowProducts PRODUCTS = new PlainProducts();
    private static final int CODES = 60;
    private static final int WIDTH = 3;

    private static float[][] draws(long seed) {
        return PlainProducts.normal(2 * CODES, WIDTH, 0, 1, seed);
    }

    @Test
    void theEstimateIsThatOfItsFormula() {
        float[][] draws = draws(1);
        float[][] codes = PlainProducts.normal(CODES, WIDTH, 0.5, 1, 2);
        double median = medianOfDistances(draws);
        double sum = 0;
        for (int i = 0; i < CODES; i++) {
            for (int j = 0; j < CODES; j++) {
                double within = kernel(codes[i], codes[j], median) + kernel(draws[i], draws[j], median);
                sum += i == j ? 0 : within / (CODES * (CODES - 1.0));
                sum -= 2 * kernel(codes[i], draws[j], median) / ((double) CODES * CODES);
            }
        }

        assertThat(new MeanDiscrepancy(PRODUCTS, draws).squared(codes)).isCloseTo(sum, within(1e-5));
    }

    private static double medianOfDistances(float[][] rows) {
        double[] all = IntStream.range(0, rows.length)
                .boxed()
                .flatMap(i -> IntStream.range(0, i).mapToObj(j -> distance(rows[i], rows[j])))
                .mapToDouble(distance -> distance)
                .sorted()
                .toArray();
        return all[all.length / 2];
    }

    private static double distance(float[] x, float[] y) {
        return IntStream.range(0, x.length)
                .mapToDouble(i -> Math.pow((double) x[i] - y[i], 2))
                .sum();
    }

    private static double kernel(float[] x, float[] y, double median) {
        return Arrays.stream(new double[] {0.1, 0.2, 0.5, 1, 2, 5, 10})
                .map(scale -> Math.exp(-distance(x, y) / (scale * median)))
                .sum();
    }

    /** In 5 of 100 it is exceeded; more than 12 of 100 would be a chance of 1 to 700. */
    @Test
    void codesOfTheDistributionMostlyStayBelowTheThreshold() {
        long above = IntStream.range(0, 100)
                .filter(i -> {
                    MeanDiscrepancy discrepancy = new MeanDiscrepancy(PRODUCTS, draws(1000 + i));
                    float[][] codes = PlainProducts.normal(CODES, WIDTH, 0, 1, 5000 + i);
                    return discrepancy.squared(codes) > discrepancy.threshold(i);
                })
                .count();

        assertThat(above).isBetween(1L, 12L);
    }

    @Test
    void codesOfAnotherMeanOrSpreadAreAboveTheThreshold() {
        MeanDiscrepancy discrepancy = new MeanDiscrepancy(PRODUCTS, draws(1));
        double threshold = discrepancy.threshold(1);

        assertThat(threshold).isPositive();
        assertThat(discrepancy.squared(PlainProducts.normal(CODES, WIDTH, 0.7, 1, 2)))
                .isGreaterThan(threshold);
        assertThat(discrepancy.squared(PlainProducts.normal(CODES, WIDTH, 0, 0.4, 2)))
                .isGreaterThan(threshold);
    }

    @Test
    void theThresholdDependsOnTheSeedAlone() {
        assertThat(new MeanDiscrepancy(PRODUCTS, draws(1)).threshold(7))
                .isEqualTo(new MeanDiscrepancy(PRODUCTS, draws(1)).threshold(7))
                .isNotEqualTo(new MeanDiscrepancy(PRODUCTS, draws(1)).threshold(8));
    }

    @Test
    void drawsThatAreMostlyEqualStillHaveAKernel() {
        float[][] draws = new float[2 * CODES][1];
        draws[0][0] = 1;

        assertThat(new MeanDiscrepancy(PRODUCTS, draws).squared(new float[CODES][1]))
                .isFinite();
        assertThatThrownBy(() -> new MeanDiscrepancy(PRODUCTS, draws).squared(new float[CODES + 1][1]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
