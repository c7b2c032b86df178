package dev.diabolo.plugins.vae.fixedgaussian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.engine.GraphProbe.Output;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What codes of a given spread are normalised by, where each code's mean is its feature. */
class SpreadAveragesTest {
    private static final String MEAN = "probe/spread/mean";
    private static final String VARIANCE = "probe/spread/variance";
    private static final double DEVIATION = 3;
    private static final double SPREAD = 5;

    @Test
    void trainingMovesTheAveragesAHundredthOfTheWay() {
        try (GraphProbe probe = probe(true, SPREAD, 1)) {
            Map<String, Output> next = probe.nextBuffers(2, List.of(new double[] {1, 3}));

            assertThat(next).containsOnlyKeys(MEAN, VARIANCE);
            // From a mean of 0 and a variance of 1, with a batch of mean 2 and variance 1.
            assertThat(next.get(MEAN).values()).containsExactly(new double[] {0.02}, within(1e-12));
            assertThat(next.get(VARIANCE).values()).containsExactly(new double[] {1}, within(1e-12));

            probe.set(MEAN, new double[] {10});
            next = probe.nextBuffers(2, List.of(new double[] {-3, 3}));
            assertThat(next.get(MEAN).values()).containsExactly(new double[] {9.9}, within(1e-12));
            assertThat(next.get(VARIANCE).values()).containsExactly(new double[] {0.99 + 0.09}, within(1e-12));
        }
    }

    /** Losses infer codes of reconstructions too: those must not be what codes of data are normalised by later. */
    @Test
    void furtherPassesDoNotMoveTheAverages() {
        try (GraphProbe probe = probe(true, SPREAD, 2)) {
            assertThat(probe.nextBuffers(2, List.of(new double[] {1, 3}))
                            .get(MEAN)
                            .values())
                    .containsExactly(new double[] {0.02}, within(1e-12));
        }
    }

    @Test
    void inTrainingCodesDependOnTheirBatch() {
        try (GraphProbe probe = probe(true, SPREAD, 1)) {
            assertThat(probe.couplings()).containsExactly("codes of a given spread");
        }
    }

    @Test
    void outsideOfTrainingTheAveragesCountAndStay() {
        try (GraphProbe probe = probe(false, SPREAD, 1)) {
            probe.set(MEAN, new double[] {-2});
            probe.set(VARIANCE, new double[] {9});

            assertThat(probe.run(1, List.of(new double[] {4})).get("mean").values())
                    .containsExactly(new double[] {4 * 6 / Math.sqrt(9 + 1e-5)}, within(1e-12));
            assertThat(probe.couplings()).isEmpty();
            assertThat(probe.nextBuffers(1, List.of(new double[] {4}))).isEmpty();
        }
    }

    @Test
    void withoutASpreadThereIsNothingToKeep() {
        try (GraphProbe probe = probe(true, 0, 1)) {
            assertThat(probe.parameters()).doesNotContain(MEAN, VARIANCE);
            assertThat(probe.couplings()).isEmpty();
        }
    }

    /** @param passes each further one on features that are larger by 100 */
    private static GraphProbe probe(boolean training, double spread, int passes) {
        FixedGaussianPosterior posterior = new FixedGaussianPosterior(
                new FixedGaussianPosteriorOptions(1, DEVIATION, spread, WeightInitialisation.GLOROT_UNIFORM));
        GraphProbe probe = GraphProbe.of(training, 1, List.of(TensorSpec.of(1)), (scope, inputs) -> {
            Tensor features = inputs.get(0);
            Latent.Gaussian first = infer(posterior, scope, features);
            for (int pass = 1; pass < passes; pass++) {
                infer(posterior, scope, features.with(features.variable().add(100 * pass)));
            }
            return Map.of("mean", first.mean().variable());
        });
        probe.set("probe/mean/weight", new double[] {1});
        return probe;
    }

    private static Latent.Gaussian infer(FixedGaussianPosterior posterior, GraphScope scope, Tensor features) {
        return (Latent.Gaussian) posterior.infer(scope, features);
    }
}
