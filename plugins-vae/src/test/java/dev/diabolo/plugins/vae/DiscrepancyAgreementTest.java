package dev.diabolo.plugins.vae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.engine.RowProduct;
import dev.diabolo.plugins.vae.discrepancy.KernelOptions;
import dev.diabolo.plugins.vae.discrepancy.MeanDiscrepancy;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What losses minimise is what an evaluation measures. */
class DiscrepancyAgreementTest {
    private static final int CODES = 40;
    private static final int WIDTH = 3;

    @Test
    void theMeasureIsTheLossOfTheSameKernel() {
        float[][] codes = normal(CODES, 1);
        float[][] draws = normal(2 * CODES, 2);
        double median = median(draws);
        // The loss counts scales in mean squared distances of a standard normal prior, 2 D.
        List<Double> scales = IntStream.of(1, 2, 5, 10, 20, 50, 100)
                .mapToObj(tenths -> tenths / 10.0 * median / (2 * WIDTH))
                .toList();
        MeanDiscrepancy loss = new MeanDiscrepancy(new KernelOptions(KernelOptions.Shape.RBF, scales));
        TensorSpec code = TensorSpec.of(WIDTH);
        double ofLoss;
        try (GraphProbe probe = GraphProbe.of(
                true,
                1,
                List.of(code, code),
                (scope, inputs) -> Map.of("mmd", loss.squared(scope, inputs.get(0), inputs.get(1))))) {
            double[] first = flat(Arrays.copyOf(draws, CODES));
            ofLoss = probe.run(CODES, List.of(flat(codes), first)).get("mmd").values()[0];
        }

        var measure = new dev.diabolo.metrics.MeanDiscrepancy(
                (right, rows, width) -> new RowProduct(right, rows, width)::multiply, draws);
        assertThat(measure.squared(codes)).isCloseTo(ofLoss, within(1e-5));
        assertThat(Math.abs(ofLoss)).isGreaterThan(1e-4);
    }

    private static float[][] normal(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] values = new float[rows][WIDTH];
        for (float[] row : values) {
            for (int j = 0; j < WIDTH; j++) {
                row[j] = (float) (random.nextGaussian() + (seed == 1 ? 0.3 : 0));
            }
        }
        return values;
    }

    private static double[] flat(float[][] rows) {
        return Arrays.stream(rows)
                .flatMapToDouble(row -> IntStream.range(0, row.length).mapToDouble(i -> row[i]))
                .toArray();
    }

    private static double median(float[][] rows) {
        double[] distances = IntStream.range(0, rows.length)
                .boxed()
                .flatMap(i -> IntStream.range(0, i).mapToObj(j -> distance(rows[i], rows[j])))
                .mapToDouble(distance -> distance)
                .sorted()
                .toArray();
        return distances[distances.length / 2];
    }

    private static double distance(float[] x, float[] y) {
        return IntStream.range(0, WIDTH)
                .mapToDouble(i -> Math.pow((double) x[i] - y[i], 2))
                .sum();
    }
}
