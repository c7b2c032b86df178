package dev.diabolo.plugins.vae.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.engine.GraphProbe.Output;
import dev.diabolo.plugins.vae.GivenModel;
import dev.diabolo.spi.CodeDistribution;
import dev.diabolo.spi.Draws;
import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Reconstruction;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Logistic;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;

/** The loss of a model of three classes, two numbers of style and four of data, against sums over classes written out here. */
class SemiSupervisedValuesTest {
    private static final int BATCH = 4;
    private static final int CLASSES = 3;
    private static final int STYLE = 2;
    private static final int WIDTH = 4;
    private static final int UNKNOWN = -1;
    private static final int[] LABELS = {1, UNKNOWN, 0, UNKNOWN};

    private final double[] data = uniform(BATCH * WIDTH, 1);
    private final double[] logits = normal(BATCH * CLASSES, 2);
    private final double[] noise = normal(BATCH * STYLE, 3);
    /** Of each class, a mean and a log-variance of the style. */
    private final double[] means = normal(CLASSES * STYLE, 4);

    private final double[] logVariances = normal(CLASSES * STYLE, 5);
    /** Takes codes to the logits of data. */
    private final double[] weights = normal((CLASSES + STYLE) * WIDTH, 6);

    @Test
    void termsAreThoseOfTheEnumeration() {
        Map<String, Output> terms = run();

        for (int i = 0; i < BATCH; i++) {
            double[] probabilities = softmax(i);
            double reconstruction = 0;
            double rest = 0;
            for (int y = 0; y < CLASSES; y++) {
                double share = LABELS[i] == UNKNOWN ? probabilities[y] : LABELS[i] == y ? 1 : 0;
                reconstruction += share * unlikely(i, y);
                rest += share * (Math.log(CLASSES) + divergence(y));
                rest += LABELS[i] == UNKNOWN ? share * Math.log(share) : 0;
            }
            assertThat(terms.get("reconstruction").values()[i]).isCloseTo(reconstruction, within(1e-10));
            assertThat(terms.get("kl").values()[i]).isCloseTo(rest, within(1e-10));
            assertThat(terms.get("classification").values()[i])
                    .isCloseTo(LABELS[i] == UNKNOWN ? 0 : -Math.log(probabilities[LABELS[i]]), within(1e-10));
        }
    }

    private double unlikely(int example, int y) {
        double sum = 0;
        for (int d = 0; d < WIDTH; d++) {
            double logit = weights[y * WIDTH + d];
            for (int j = 0; j < STYLE; j++) {
                double z =
                        means[y * STYLE + j] + Math.exp(logVariances[y * STYLE + j] / 2) * noise[example * STYLE + j];
                logit += z * weights[(CLASSES + j) * WIDTH + d];
            }
            double p = 1 / (1 + Math.exp(-logit));
            double x = data[example * WIDTH + d];
            sum -= x * Math.log(p) + (1 - x) * Math.log(1 - p);
        }
        return sum;
    }

    private double divergence(int y) {
        double sum = 0;
        for (int j = 0; j < STYLE; j++) {
            double mean = means[y * STYLE + j];
            double logVariance = logVariances[y * STYLE + j];
            sum += (mean * mean + Math.exp(logVariance) - 1 - logVariance) / 2;
        }
        return sum;
    }

    private double[] softmax(int example) {
        double[] probabilities = new double[CLASSES];
        double sum = 0;
        for (int y = 0; y < CLASSES; y++) {
            probabilities[y] = Math.exp(logits[example * CLASSES + y]);
            sum += probabilities[y];
        }
        for (int y = 0; y < CLASSES; y++) {
            probabilities[y] /= sum;
        }
        return probabilities;
    }

    private Map<String, Output> run() {
        double[] labels = new double[BATCH * CLASSES];
        for (int i = 0; i < BATCH; i++) {
            if (LABELS[i] != UNKNOWN) {
                labels[i * CLASSES + LABELS[i]] = 1;
            }
        }
        List<TensorSpec> specs =
                List.of(TensorSpec.of(WIDTH), TensorSpec.of(CLASSES), TensorSpec.of(STYLE), TensorSpec.of(CLASSES));
        try (GraphProbe probe = GraphProbe.of(
                true,
                1,
                specs,
                (scope, inputs) -> new SemiSupervised(new SemiSupervisedOptions(1))
                        .build(scope, new Pass(scope, inputs.get(0), inputs.get(1), inputs.get(2), inputs.get(3))))) {
            return probe.run(BATCH, List.of(data, logits, noise, labels));
        }
    }

    /** A model whose networks are the arrays of the test. */
    private final class Pass implements ForwardPass {
        private final GraphScope scope;
        private final Tensor data;
        private final Tensor logits;
        private final Tensor noise;
        private final Tensor labels;

        Pass(GraphScope scope, Tensor data, Tensor logits, Tensor noise, Tensor labels) {
            this.scope = scope;
            this.data = data;
            this.logits = logits;
            this.noise = noise;
            this.labels = labels;
        }

        @Override
        public Tensor data() {
            return data;
        }

        @Override
        public Tensor input() {
            return data;
        }

        @Override
        public Latent latent() {
            return latent(1);
        }

        private Latent latent(int count) {
            Tensor copies = copied(noise, count);
            Tensor classes = copied(logits, count);
            return Latent.Classified.of(classes, given -> style(given, copies), classes);
        }

        private Latent style(Tensor given, Tensor copies) {
            SDVariable mean = given.variable().mmul(scope.constant(means, CLASSES, STYLE));
            SDVariable logVariance = given.variable().mmul(scope.constant(logVariances, CLASSES, STYLE));
            SDVariable deviation = scope.graph().math().exp(logVariance.mul(0.5));
            return new Latent.Gaussian(
                    copies.with(mean),
                    copies.with(logVariance),
                    copies.with(mean.add(deviation.mul(copies.variable()))));
        }

        @Override
        public Reconstruction reconstruction() {
            return generate(latent().sample());
        }

        @Override
        public Latent infer(Tensor input) {
            return latent();
        }

        @Override
        public Reconstruction generate(Tensor code) {
            return generate(code, 1);
        }

        @Override
        public Reconstruction generate(Tensor codes, int count) {
            SDVariable raw = codes.variable().mmul(scope.constant(weights, CLASSES + STYLE, WIDTH));
            Tensor each = copied(data, count);
            return new GivenModel.Given(
                    each.with(raw), Logistic.crossEntropy(raw, each.variable()).sum(1));
        }

        private static Tensor copied(Tensor rows, int count) {
            int width = rows.spec().size();
            SDVariable single = rows.variable().reshape(-1, 1, width);
            return rows.with(single.getSameDiff().tile(single, 1, count, 1).reshape(-1, width));
        }

        @Override
        public List<SDVariable> parameters(String group) {
            return List.of();
        }

        @Override
        public Optional<Tensor> labels() {
            return Optional.of(labels);
        }

        @Override
        public Draws draws(int count) {
            Latent drawn = latent(count);
            return new Draws(count, copied(data, count), drawn, generate(drawn.sample(), count));
        }

        @Override
        public Optional<CodeDistribution> prior() {
            return Optional.of(new CodeDistribution() {
                private final ClassAndStylePrior prior = new ClassAndStylePrior(CLASSES);

                @Override
                public SDVariable logDensity(Tensor code) {
                    throw new AssertionError("there is a divergence in closed form");
                }

                @Override
                public Tensor sample() {
                    throw new AssertionError("nothing is drawn");
                }

                @Override
                public Tensor sampleOf(Tensor classes) {
                    throw new AssertionError("nothing is drawn");
                }

                @Override
                public Optional<SDVariable> divergence(Latent posterior) {
                    return prior.divergence(scope, new Unused(), posterior);
                }
            });
        }
    }

    /** The prior's divergence asks its model nothing. */
    private record Unused() implements dev.diabolo.spi.Prior.Model {
        @Override
        public TensorSpec code() {
            return TensorSpec.of(CLASSES + STYLE);
        }

        @Override
        public TensorSpec data() {
            return TensorSpec.of(WIDTH);
        }

        @Override
        public Latent infer(Tensor input) {
            throw new AssertionError("nothing is inferred");
        }
    }

    private static double[] normal(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextGaussian();
        }
        return values;
    }

    private static double[] uniform(int count, long seed) {
        return new SplittableRandom(seed).doubles(count).toArray();
    }
}
