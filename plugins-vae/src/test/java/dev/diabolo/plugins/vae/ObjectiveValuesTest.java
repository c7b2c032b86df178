package dev.diabolo.plugins.vae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.engine.GraphProbe.Output;
import dev.diabolo.options.OptionSchema;
import dev.diabolo.plugins.vae.dip.DisentangledPriorProvider;
import dev.diabolo.plugins.vae.loss.LogSumExp;
import dev.diabolo.plugins.vae.sliced.SlicedWassersteinProvider;
import dev.diabolo.plugins.vae.totalcorrelation.TotalCorrelationProvider;
import dev.diabolo.plugins.vae.wae.WassersteinProvider;
import dev.diabolo.spi.Draws;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Terms of objectives on given codes, against sums written out here. */
class ObjectiveValuesTest {
    private static final int BATCH = 5;
    private static final int SIZE = 2;
    private static final TensorSpec CODE = TensorSpec.of(SIZE);

    private final double[] means = normal(1);
    private final double[] logVariances = normal(2);
    private final double[] codes = normal(3);
    private final double[] wanted = normal(4);

    @ParameterizedTest
    @ValueSource(doubles = {-1e30, -800, 0, 800, 1e30})
    void logSumExpIsRightForExponentsOfAnySize(double offset) {
        for (GraphProbe.Precision precision : GraphProbe.Precision.values()) {
            try (GraphProbe probe = GraphProbe.of(
                    precision,
                    true,
                    1,
                    List.of(TensorSpec.of(3)),
                    (scope, inputs) -> Map.of(
                            "mean", LogSumExp.meanOfRows(scope, inputs.get(0).variable(), 3)))) {
                List<double[]> values = List.of(new double[] {offset, offset, offset});

                assertThat(probe.run(1, values).get("mean").values()[0])
                        .isCloseTo(offset, within(1e-6 * Math.abs(offset) + 1e-6));
                assertThat(probe.gradients("mean", new double[] {1}, 1, values)
                                .get("input-0")
                                .values())
                        .usingComparatorWithPrecision(1e-6)
                        .containsExactly(1 / 3.0, 1 / 3.0, 1 / 3.0);
            }
        }
    }

    @Test
    void logSumExpOfFarApartExponentsIsTheGreatest() {
        try (GraphProbe probe = GraphProbe.of(
                true,
                1,
                List.of(TensorSpec.of(3)),
                (scope, inputs) ->
                        Map.of("mean", LogSumExp.meanOfRows(scope, inputs.get(0).variable(), 3)))) {
            assertThat(probe.run(1, List.of(new double[] {-2000, 5, -5000}))
                            .get("mean")
                            .values()[0])
                    .isCloseTo(5 - Math.log(3), within(1e-12));
        }
    }

    @Test
    void partsOfTheDivergenceAreThoseOfMinibatchWeightedSampling() {
        Map<String, Output> terms = run(loss(new TotalCorrelationProvider(), Map.of()));

        // Batch and data are one here: N = M.
        double normaliser = Math.log((double) BATCH * BATCH);
        for (int i = 0; i < BATCH; i++) {
            double whole = 0;
            double[] dimensions = new double[SIZE];
            double own = 0;
            double prior = 0;
            for (int j = 0; j < BATCH; j++) {
                double product = 1;
                for (int d = 0; d < SIZE; d++) {
                    double density = density(codes[i * SIZE + d], j * SIZE + d);
                    dimensions[d] += density;
                    product *= density;
                }
                whole += product;
                own = j == i ? Math.log(product) : own;
            }
            double marginals = 0;
            for (int d = 0; d < SIZE; d++) {
                marginals += Math.log(dimensions[d]) - normaliser;
                prior += new NormalDistribution().logDensity(codes[i * SIZE + d]);
            }
            double aggregate = Math.log(whole) - normaliser;
            assertThat(terms.get("index-code-information").values()[i]).isCloseTo(own - aggregate, within(1e-10));
            assertThat(terms.get("total-correlation").values()[i]).isCloseTo(aggregate - marginals, within(1e-10));
            assertThat(terms.get("dimension-kl").values()[i]).isCloseTo(marginals - prior, within(1e-10));
        }
    }

    private double density(double code, int index) {
        return new NormalDistribution(means[index], Math.exp(logVariances[index] / 2)).density(code);
    }

    @Test
    void covarianceIsThatOfMeansAndOfCodesWithTheMeanVarianceOnTheDiagonal() {
        double[][] covariance = covariance();
        double between = 2 * covariance[0][1] * covariance[0][1];
        double own = 0;
        double ownOfCodes = 0;
        for (int d = 0; d < SIZE; d++) {
            double variance = 0;
            for (int i = 0; i < BATCH; i++) {
                variance += Math.exp(logVariances[i * SIZE + d]) / BATCH;
            }
            own += Math.pow(covariance[d][d] - 1, 2);
            ownOfCodes += Math.pow(covariance[d][d] + variance - 1, 2);
        }

        Map<String, Output> first = run(loss(new DisentangledPriorProvider(), Map.of()));
        Map<String, Output> second = run(loss(new DisentangledPriorProvider(), Map.of("covariance", "codes")));

        assertThat(first.get("covariance").values()[0]).isCloseTo(between, within(1e-12));
        assertThat(second.get("covariance").values()[0]).isCloseTo(between, within(1e-12));
        assertThat(first.get("variance").values()[0]).isCloseTo(own, within(1e-12));
        assertThat(second.get("variance").values()[0]).isCloseTo(ownOfCodes, within(1e-12));
    }

    private double[][] covariance() {
        double[] centres = new double[SIZE];
        for (int i = 0; i < BATCH * SIZE; i++) {
            centres[i % SIZE] += means[i] / BATCH;
        }
        double[][] covariance = new double[SIZE][SIZE];
        for (int i = 0; i < BATCH; i++) {
            for (int c = 0; c < SIZE; c++) {
                for (int d = 0; d < SIZE; d++) {
                    covariance[c][d] += (means[i * SIZE + c] - centres[c]) * (means[i * SIZE + d] - centres[d]) / BATCH;
                }
            }
        }
        return covariance;
    }

    @ParameterizedTest
    @ValueSource(strings = {"imq", "rbf"})
    void meanDiscrepancyIsTheUnbiasedEstimate(String shape) {
        Loss loss = loss(new WassersteinProvider(), Map.of("kernel.shape", shape, "kernel.scales", List.of(0.5, 3)));
        double expected = 0;
        for (int i = 0; i < BATCH; i++) {
            for (int j = 0; j < BATCH; j++) {
                if (i != j) {
                    expected += (kernel(shape, codes, i, codes, j) + kernel(shape, wanted, i, wanted, j))
                            / (BATCH * (BATCH - 1));
                }
                expected -= 2 * kernel(shape, codes, i, wanted, j) / (BATCH * BATCH);
            }
        }

        assertThat(run(loss).get("mmd").values()[0]).isCloseTo(expected, within(1e-12));
    }

    private static double kernel(String shape, double[] left, int i, double[] right, int j) {
        double distance = 0;
        for (int d = 0; d < SIZE; d++) {
            distance += Math.pow(left[i * SIZE + d] - right[j * SIZE + d], 2);
        }
        double sum = 0;
        for (double scale : new double[] {0.5, 3}) {
            double width = 2 * SIZE * scale;
            sum += shape.equals("imq") ? width / (width + distance) : Math.exp(-distance / width);
        }
        return sum;
    }

    @Test
    void slicedDistanceInOneDimensionIsThatOfSortedValues() {
        double[] ours = {0.3, -1, 4, 0.1, 2};
        double[] prior = {1, 0, -2, 0.5, 0.7};
        double[] sortedOurs = ours.clone();
        double[] sortedPrior = prior.clone();
        Arrays.sort(sortedOurs);
        Arrays.sort(sortedPrior);
        double expected = 0;
        for (int i = 0; i < BATCH; i++) {
            expected += Math.pow(sortedOurs[i] - sortedPrior[i], 2) / BATCH;
        }

        Map<String, Output> terms = run(
                loss(new SlicedWassersteinProvider(), Map.of("directions", 7)),
                TensorSpec.of(1),
                List.of(ours, ours, ours, prior));

        assertThat(terms.get("sliced-wasserstein").values()[0]).isCloseTo(expected, within(1e-12));
    }

    @Test
    void slicedDistanceOfASampleFromItselfIsZero() {
        Map<String, Output> terms =
                run(loss(new SlicedWassersteinProvider(), Map.of()), CODE, List.of(means, logVariances, codes, codes));

        assertThat(terms.get("sliced-wasserstein").values()[0]).isCloseTo(0, within(1e-15));
    }

    private Map<String, Output> run(Loss loss) {
        return run(loss, CODE, List.of(means, logVariances, codes, wanted));
    }

    private static Map<String, Output> run(Loss loss, TensorSpec code, List<double[]> values) {
        try (GraphProbe probe = GraphProbe.of(true, 1, List.of(code, code, code, code), (scope, inputs) -> {
            Latent latent = new Latent.Gaussian(inputs.get(0), inputs.get(1), inputs.get(2));
            GivenModel.Given reconstruction =
                    new GivenModel.Given(inputs.get(0), inputs.get(0).variable().sum(1));
            Draws draws = new Draws(1, inputs.get(0), latent, reconstruction);
            return loss.build(scope, new GivenModel(inputs.get(0), latent, reconstruction, inputs.get(3), draws));
        })) {
            return probe.run(BATCH, values);
        }
    }

    private static <O extends Record> Loss loss(LossProvider<O> provider, Map<String, ?> options) {
        return provider.create(provider.optionsType()
                .cast(OptionSchema.of(provider.optionsType()).read(options)));
    }

    private static double[] normal(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return random.doubles(BATCH * SIZE).map(value -> 4 * value - 2).toArray();
    }
}
