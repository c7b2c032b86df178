package dev.diabolo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowProductTest {
    @ParameterizedTest
    @CsvSource({"1, 1, 1", "3, 7, 5", "1, 2000, 784", "200, 333, 17", "129, 257, 513"})
    void everyLeftRowMeetsEveryRightRow(int lefts, int rights, int width) {
        float[] right = random(rights * width, 1);
        RowProduct product = new RowProduct(right, rights, width);

        // On several threads at once, each with rows of its own.
        IntStream.range(0, 4).parallel().forEach(strand -> {
            float[] left = random(lefts * width, 2 + strand);
            float[] found = new float[lefts * rights];
            product.multiply(left, lefts, found);

            for (int i = 0; i < lefts; i++) {
                int j = i * 31 % rights;
                double sum = 0;
                for (int k = 0; k < width; k++) {
                    sum += (double) left[i * width + k] * right[j * width + k];
                }
                assertThat((double) found[i * rights + j]).isCloseTo(sum, within(1e-4));
            }
        });
    }

    private static float[] random(int count, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
