package dev.diabolo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.data.RowExamples;
import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.Encoder;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.Reconstruction;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * On a model whose likelihood is known: {@code x = W z + b + e} with standard normal z and e is normal with covariance {@code W W' + I}.
 */
class LikelihoodTest {
    private static final int EXAMPLES = 24;
    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);
    private static final Examples DATA = TestModels.random(EXAMPLES, TestModels.WIDTH, 9);

    @Test
    void importanceSamplingFindsTheExactLikelihood() {
        try (Inference inference = inference(false)) {
            double[] exact = exact(inference.parameters());
            double[] estimates = inference.logLikelihood(DATA, 20_000, 2, 3);

            for (int i = 0; i < EXAMPLES; i++) {
                assertThat(estimates[i]).as("example %d", i).isCloseTo(exact[i], within(0.05));
            }
        }
    }

    @Test
    void theBoundIsBelowTheExactLikelihoodByTheDivergenceFromTheTruePosterior() {
        for (boolean closedForm : List.of(true, false)) {
            try (Inference inference = inference(closedForm)) {
                double exact =
                        Arrays.stream(exact(inference.parameters())).average().orElseThrow();
                LowerBound bound = inference.lowerBound(DATA, 400, 2, 3).orElseThrow();
                double gap = exact + bound.reconstruction() + bound.divergence();

                // The posterior of the model is not the true one, so the gap is a number of its own, not noise.
                assertThat(gap).isCloseTo(trueGap(inference), within(0.05));
                assertThat(gap).isGreaterThan(0.2);
                assertThat(bound.divergences()).hasSize(closedForm ? TestModels.CODE : 0);
                if (closedForm) {
                    assertThat(Arrays.stream(bound.divergences()).sum()).isCloseTo(bound.divergence(), within(1e-6));
                }
            }
        }
    }

    @Test
    void bothFormsOfTheDivergenceAgree() {
        try (Inference closed = inference(true);
                Inference estimated = inference(false)) {
            assertThat(estimated.lowerBound(DATA, 2000, 1, 1).orElseThrow().divergence())
                    .isCloseTo(closed.lowerBound(DATA, 1, 1, 1).orElseThrow().divergence(), within(0.03));
        }
    }

    @Test
    void estimatesTellHowManyAreDone() {
        AtomicInteger done = new AtomicInteger();
        try (Inference inference = inference(true)) {
            inference.logLikelihood(DATA, 50, 2, 3, done::addAndGet);
        }
        assertThat(done).hasValue(DATA.size());
    }

    @Test
    void anEstimateDoesNotDependOnThreadsAndGrowsWithSamples() {
        try (Inference inference = inference(true)) {
            double[] few = inference.logLikelihood(DATA, 50, 1, 3);

            assertThat(inference.logLikelihood(DATA, 50, 2, 3)).isEqualTo(few);
            assertThat(inference.logLikelihood(DATA, 1, 2, 3)).isEqualTo(few);
            LowerBound bound = inference.lowerBound(DATA, 200, 2, 3).orElseThrow();
            assertThat(Arrays.stream(few).average().orElseThrow())
                    .isGreaterThan(-bound.reconstruction() - bound.divergence());
        }
    }

    /** Each example is drawn once, and not again for each round of samples, nor for the bound. */
    @Test
    void examplesThatAreDrawnFromTheDataStayWhatTheyAre() {
        float[][] drawn = new float[EXAMPLES][];
        try (Corruptor corruptor = new Corruptor(new Coin(), TensorSpec.of(TestModels.WIDTH), 3)) {
            for (int i = 0; i < EXAMPLES; i++) {
                drawn[i] = row(i);
                corruptor.apply(drawn[i], 1, i);
            }
        }
        Examples examples = RowExamples.of(drawn);
        try (Inference plain = inference(true);
                Inference drawing = untrained(model(true).with(new Coin()))) {
            assertThat(drawing.logLikelihood(DATA, 200, 2, 3)).isEqualTo(plain.logLikelihood(examples, 200, 2, 3));
            LowerBound bound = drawing.lowerBound(DATA, 5, 2, 3).orElseThrow();
            LowerBound ofDrawn = plain.lowerBound(examples, 5, 2, 3).orElseThrow();
            assertThat(bound.reconstruction()).isEqualTo(ofDrawn.reconstruction());
            assertThat(bound.divergence()).isEqualTo(ofDrawn.divergence());
            assertThat(drawing.logLikelihood(DATA, 200, 2, 4)).isNotEqualTo(plain.logLikelihood(examples, 200, 2, 4));
        }
    }

    /** Draws 0 or 1 for each value, whatever it is. */
    private static final class Coin implements Corruption {
        @Override
        public void requireSupported(TensorSpec data) {}

        @Override
        public Purpose purpose() {
            return Purpose.DRAW;
        }

        @Override
        public Tensor corrupt(GraphScope scope, Tensor data) {
            SDVariable uniform =
                    scope.noise("coin", NoiseKind.UNIFORM, data.spec()).variable();
            return data.with(uniform.gte(0.5).castTo(scope.dataType()));
        }
    }

    @Test
    void variancesOfCodesAreOverExamples() {
        try (Inference inference = inference(true)) {
            LowerBound bound = inference.lowerBound(DATA, 1, 1, 3).orElseThrow();
            float[][] codes = codes(inference);
            for (int j = 0; j < TestModels.CODE; j++) {
                int dimension = j;
                double mean = Arrays.stream(codes)
                        .mapToDouble(code -> code[dimension])
                        .average()
                        .orElseThrow();
                double variance = Arrays.stream(codes)
                        .mapToDouble(code -> (code[dimension] - mean) * (code[dimension] - mean))
                        .average()
                        .orElseThrow();
                assertThat(bound.variances()[j]).isCloseTo(variance, within(1e-6));
            }
        }
    }

    @Test
    void generatedExamplesDependOnTheirNumberAlone() {
        try (Inference inference = inference(true)) {
            float[][] together = generated(inference, 0, 150);
            assertThat(generated(inference, 70, 10)).isDeepEqualTo(Arrays.copyOfRange(together, 70, 80));
            assertThat(together[0]).isNotEqualTo(together[1]);
        }
    }

    @Test
    void aModelWithoutPriorHasNoBoundAndNoLikelihood() {
        try (Inference inference = untrained(TestModels.model())) {
            assertThat(inference.lowerBound(DATA, 1, 1, 1)).isEmpty();
            assertThatThrownBy(() -> inference.logLikelihood(DATA, 50, 1, 1)).isInstanceOf(DiaboloException.class);
            assertThatThrownBy(() -> inference.generate(
                            Inference.CodesFrom.PRIOR, 0, 1, 1, TailWriter.NONE, i -> new float[3], i -> new float[6]))
                    .isInstanceOf(DiaboloException.class)
                    .hasMessageContaining("no distribution to draw codes from");
        }
    }

    private static float[][] generated(Inference inference, int first, int count) {
        float[][] examples = new float[count][TestModels.WIDTH];
        inference.generate(
                Inference.CodesFrom.PRIOR,
                first,
                count,
                4,
                TailWriter.NONE,
                i -> new float[TestModels.CODE],
                i -> examples[i]);
        return examples;
    }

    private static float[][] codes(Inference inference) {
        float[][] codes = new float[EXAMPLES][TestModels.CODE];
        inference.run(Inference.Function.ENCODE, EXAMPLES, LikelihoodTest::row, i -> codes[i]);
        return codes;
    }

    private static float[] row(int i) {
        float[] row = new float[TestModels.WIDTH];
        DATA.read(i, row, 0);
        return row;
    }

    /** {@code KL(q || true posterior)}, by {@code log p(x) - ELBO} with the ELBO in closed form. */
    private static double trueGap(Inference inference) {
        double[][] weights = weights(inference.parameters());
        double[] bias = bias(inference.parameters());
        double[] exact = exact(inference.parameters());
        float[][] codes = codes(inference);
        double variance = Math.exp(LinearPosterior.LOG_VARIANCE);
        double gap = 0;
        for (int i = 0; i < EXAMPLES; i++) {
            float[] x = row(i);
            double bound = -0.5 * TestModels.WIDTH * LOG_TWO_PI;
            for (int d = 0; d < TestModels.WIDTH; d++) {
                double mean = bias[d];
                double spread = 0;
                for (int j = 0; j < TestModels.CODE; j++) {
                    mean += weights[j][d] * codes[i][j];
                    spread += weights[j][d] * weights[j][d] * variance;
                }
                bound -= 0.5 * ((x[d] - mean) * (x[d] - mean) + spread);
            }
            for (int j = 0; j < TestModels.CODE; j++) {
                bound -= 0.5 * (codes[i][j] * codes[i][j] + variance - 1 - LinearPosterior.LOG_VARIANCE);
            }
            gap += exact[i] - bound;
        }
        return gap / EXAMPLES;
    }

    /** {@code log N(x; b, W W' + I)} of each example. */
    private static double[] exact(List<ParameterValues> parameters) {
        double[][] weights = weights(parameters);
        double[] bias = bias(parameters);
        int width = TestModels.WIDTH;
        double[][] covariance = new double[width][width];
        for (int a = 0; a < width; a++) {
            for (int b = 0; b < width; b++) {
                covariance[a][b] = a == b ? 1 : 0;
                for (double[] row : weights) {
                    covariance[a][b] += row[a] * row[b];
                }
            }
        }
        return IntStream.range(0, EXAMPLES)
                .mapToDouble(i -> {
                    float[] x = row(i);
                    double[] difference = new double[width];
                    Arrays.setAll(difference, d -> x[d] - bias[d]);
                    return logNormal(covariance, difference);
                })
                .toArray();
    }

    /** By elimination: the pivots' product is the determinant, and what is left of each row gives the quadratic form. */
    private static double logNormal(double[][] covariance, double[] difference) {
        int width = difference.length;
        double[][] rows = new double[width][];
        Arrays.setAll(rows, i -> covariance[i].clone());
        double[] rest = difference.clone();
        double sum = width * LOG_TWO_PI;
        for (int pivot = 0; pivot < width; pivot++) {
            sum += Math.log(rows[pivot][pivot]) + rest[pivot] * rest[pivot] / rows[pivot][pivot];
            for (int below = pivot + 1; below < width; below++) {
                double factor = rows[below][pivot] / rows[pivot][pivot];
                for (int column = pivot; column < width; column++) {
                    rows[below][column] -= factor * rows[pivot][column];
                }
                rest[below] -= factor * rest[pivot];
            }
        }
        return -0.5 * sum;
    }

    private static double[][] weights(List<ParameterValues> parameters) {
        float[] values = parameter(parameters, "decoder/output/weight");
        double[][] weights = new double[TestModels.CODE][TestModels.WIDTH];
        for (int i = 0; i < values.length; i++) {
            weights[i / TestModels.WIDTH][i % TestModels.WIDTH] = values[i];
        }
        return weights;
    }

    private static double[] bias(List<ParameterValues> parameters) {
        float[] values = parameter(parameters, "decoder/output/bias");
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    private static float[] parameter(List<ParameterValues> parameters, String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow()
                .values();
    }

    private static Inference inference(boolean closedForm) {
        return untrained(model(closedForm));
    }

    private static ModelDefinition model(boolean closedForm) {
        return new ModelDefinition(
                        TensorSpec.of(TestModels.WIDTH),
                        new Same(),
                        new LinearPosterior(),
                        new TestModels.Affine(),
                        new UnitGaussian(),
                        new TestModels.SquaredError(),
                        TestModels.jointly(TestModels.ADAM))
                .with(new Normal(closedForm));
    }

    private static Inference untrained(ModelDefinition model) {
        try (ParameterStore store = new ParameterStore(DataType.FLOAT, RunPlan.parameters(model))) {
            store.initialise(new RandomStreams(5));
            return new Inference(model, store.values());
        }
    }

    private static final class Same implements Encoder {
        @Override
        public TensorSpec features(TensorSpec data) {
            return data;
        }

        @Override
        public Tensor encode(GraphScope scope, Tensor input) {
            return input;
        }
    }

    private static final class LinearPosterior implements Posterior {
        /** Broader than the true posterior, so that importance weights are bounded. */
        static final double LOG_VARIANCE = 0.2;

        @Override
        public TensorSpec code(TensorSpec features) {
            return TensorSpec.of(TestModels.CODE);
        }

        @Override
        public Latent infer(GraphScope scope, Tensor features) {
            Tensor mean = Layers.dense(scope, "mean", features, TestModels.CODE, WeightInitialisation.GLOROT_UNIFORM);
            Tensor logVariance = mean.with(mean.variable().mul(0).add(LOG_VARIANCE));
            Tensor noise = scope.noise("sample", NoiseKind.STANDARD_NORMAL, mean.spec());
            SDVariable sample = mean.variable().add(noise.variable().mul(Math.exp(LOG_VARIANCE / 2)));
            return new Latent.Gaussian(mean, logVariance, mean.with(sample));
        }
    }

    private static final class UnitGaussian implements Likelihood {
        @Override
        public TensorSpec raw(TensorSpec data) {
            return data;
        }

        @Override
        public Reconstruction reconstruct(GraphScope scope, Tensor raw, TensorSpec data) {
            return new Values(raw);
        }

        private record Values(Tensor raw) implements Reconstruction {
            @Override
            public String family() {
                return "gaussian";
            }

            @Override
            public Tensor mean() {
                return raw;
            }

            @Override
            public Optional<Tensor> logits() {
                return Optional.empty();
            }

            @Override
            public SDVariable negativeLogLikelihood(Tensor data) {
                SDVariable error = raw.flat().variable().sub(data.flat().variable());
                return error.mul(error).add(LOG_TWO_PI).sum(1).mul(0.5);
            }
        }
    }

    private record Normal(boolean closedForm) implements Prior {
        @Override
        public void requireSupported(TensorSpec code) {}

        @Override
        public SDVariable logDensity(GraphScope scope, Model model, Tensor code) {
            SDVariable values = code.flat().variable();
            return values.mul(values).add(LOG_TWO_PI).sum(1).mul(-0.5);
        }

        @Override
        public Tensor sample(GraphScope scope, Model model) {
            return scope.noise("sample", NoiseKind.STANDARD_NORMAL, model.code());
        }

        @Override
        public Optional<SDVariable> divergence(GraphScope scope, Model model, Latent posterior) {
            Latent.Gaussian gaussian = (Latent.Gaussian) posterior;
            SDVariable mean = gaussian.mean().variable();
            SDVariable spread = gaussian.logVariance().variable();
            return closedForm
                    ? Optional.of(mean.mul(mean)
                            .add(scope.graph().math().exp(spread))
                            .sub(spread)
                            .sub(1)
                            .mul(0.5))
                    : Optional.empty();
        }
    }
}
