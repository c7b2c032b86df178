package dev.diabolo.plugins.vae.prior.sphere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UniformSphereSamplesTest {
    private static final int SIZE = 4;
    private static final int SAMPLES = 20_000;

    @Test
    void theyHaveLengthOneAndNoDirection() {
        double[] codes;
        try (GraphProbe probe = GraphProbe.of(
                false,
                1,
                List.of(TensorSpec.of(1)),
                (scope, inputs) -> Map.of(
                        "sample",
                        new UniformSpherePrior().sample(scope, new Model()).variable()))) {
            codes = probe.run(SAMPLES, List.of(new double[SAMPLES]))
                    .get("sample")
                    .values();
        }
        double[] mean = new double[SIZE];
        double[][] products = new double[SIZE][SIZE];
        for (int i = 0; i < SAMPLES; i++) {
            double square = 0;
            for (int j = 0; j < SIZE; j++) {
                double value = codes[i * SIZE + j];
                square += value * value;
                mean[j] += value / SAMPLES;
                for (int k = 0; k < SIZE; k++) {
                    products[j][k] += value * codes[i * SIZE + k] / SAMPLES;
                }
            }
            assertThat(square).isCloseTo(1, within(1e-12));
        }
        double error = 6 / Math.sqrt(SAMPLES);
        for (int j = 0; j < SIZE; j++) {
            assertThat(mean[j]).isCloseTo(0, within(error / 2));
            for (int k = 0; k < SIZE; k++) {
                assertThat(products[j][k]).isCloseTo(j == k ? 1.0 / SIZE : 0, within(error / SIZE));
            }
        }
    }

    private record Model() implements Prior.Model {
        @Override
        public TensorSpec code() {
            return TensorSpec.of(SIZE);
        }

        @Override
        public TensorSpec data() {
            return TensorSpec.of(1);
        }

        @Override
        public Latent infer(Tensor input) {
            throw new UnsupportedOperationException("not asked for");
        }
    }
}
