package dev.diabolo.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParzenWindowTest {
    private static final RowProducts PRODUCTS = new PlainProducts();

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.2, 1})
    void theDensityIsTheMeanOfTheWindows(double width) {
        float[][] samples = PlainProducts.normal(700, 3, 0.5, 0.3, 1);
        float[][] examples = PlainProducts.normal(300, 3, 0.5, 0.3, 2);

        double[] found = new ParzenWindow(PRODUCTS, samples).logDensities(examples, width);

        for (int i = 0; i < examples.length; i++) {
            assertThat(found[i]).isCloseTo(direct(examples[i], samples, width), within(2e-3 / (width * width) * 1e-3));
        }
    }

    /** With the greatest exponent taken out, so that it never becomes the logarithm of 0. */
    private static double direct(float[] example, float[][] samples, double width) {
        double[] exponents = Arrays.stream(samples)
                .mapToDouble(sample -> {
                    double square = 0;
                    for (int j = 0; j < sample.length; j++) {
                        square += Math.pow((double) example[j] - sample[j], 2);
                    }
                    return -square / (2 * width * width);
                })
                .toArray();
        double greatest = Arrays.stream(exponents).max().orElseThrow();
        double sum = Arrays.stream(exponents).map(e -> Math.exp(e - greatest)).sum();
        return greatest + Math.log(sum / samples.length) - example.length * Math.log(width * Math.sqrt(2 * Math.PI));
    }

    /** Normal samples under a normal window are a normal density of the sum of both variances. */
    @Test
    void manyNormalSamplesGiveTheNormalDensityOfBothVariances() {
        float[][] samples = PlainProducts.normal(40_000, 2, 0, 0.3, 3);
        float[][] examples = PlainProducts.normal(500, 2, 0, 0.3, 4);
        double width = 0.2;
        double variance = 0.3 * 0.3 + width * width;

        Mean found = new Mean(new ParzenWindow(PRODUCTS, samples).logDensities(examples, width));
        Mean exact = new Mean(Arrays.stream(examples)
                .mapToDouble(x -> -Math.log(2 * Math.PI * variance) - (x[0] * x[0] + x[1] * x[1]) / (2 * variance))
                .toArray());

        assertThat(found.value()).isCloseTo(exact.value(), within(0.01));
        assertThat(found.standardError()).isCloseTo(exact.standardError(), within(0.002));
    }

    /** Of one sample, the likeliest width is the root of the mean squared distance in a dimension. */
    @ParameterizedTest
    @ValueSource(ints = {3, 17, 33})
    void theWidthIsTheLikeliestForTheValidationExamples(int index) {
        double width = ParzenWindow.widths()[index];
        float[][] validation = new float[10][4];
        for (float[] row : validation) {
            Arrays.fill(row, (float) width);
        }
        ParzenWindow window = new ParzenWindow(PRODUCTS, new float[][] {new float[4]});

        assertThat(window.chooseWidth(validation)).isEqualTo(width);
    }

    @Test
    void anExampleFarFromAllSamplesHasAFiniteLogarithm() {
        ParzenWindow window = new ParzenWindow(PRODUCTS, new float[][] {{0, 0}, {0.1f, 0}});

        double[] found = window.logDensities(new float[][] {{1000, 1000}}, 0.01);

        assertThat(found[0]).isCloseTo(-1e10, within(1e7));
    }

    @Test
    void theStandardErrorIsThatOfAMean() {
        assertThat(new Mean(new double[] {1, 2, 3, 4}).value()).isEqualTo(2.5);
        assertThat(new Mean(new double[] {1, 2, 3, 4}).standardError())
                .isCloseTo(Math.sqrt(5.0 / 3 / 4), within(1e-12));
    }
}
