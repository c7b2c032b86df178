package dev.diabolo.plugins.adversarial.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.engine.GraphProbe.Output;
import dev.diabolo.plugins.adversarial.discriminator.DiscriminatorOptions;
import dev.diabolo.spi.CodeDistribution;
import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Reconstruction;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.training.Groups;
import dev.diabolo.spi.training.Schedule;
import dev.diabolo.spi.training.TermSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;

/** Terms by discriminators that are linear, against their formulas. */
class ClassAndStyleLossTest {
    private static final double[] LOGITS = {0.3, -1, 2};
    private static final double[] STYLE = {0.7, -0.2};
    private static final double[] WANTED = {0, 1, 0, -0.4, 1.5};
    private static final double[] OF_CLASS = {0.5, -2, 1};
    private static final double[] OF_STYLE = {3, -0.5};

    @Test
    void termsAreThoseOfTwoDiscriminatorsAndAClassification() {
        double[] y = softmax(LOGITS);
        double dReal = logit(OF_CLASS, WANTED, 0);
        double dFake = logit(OF_CLASS, y, 0);
        double eReal = logit(OF_STYLE, WANTED, 3);
        double eFake = logit(OF_STYLE, STYLE, 0);

        Map<String, Output> terms = run(Optional.of(new double[] {0, 0, 1}));

        assertThat(terms.get("discriminator").values()[0])
                .isCloseTo(minusLog(dReal) + minusLog(-dFake) + minusLog(eReal) + minusLog(-eFake), within(1e-12));
        assertThat(terms.get("generator").values()[0]).isCloseTo(minusLog(dFake) + minusLog(eFake), within(1e-12));
        assertThat(terms.get("classification").values()[0]).isCloseTo(-Math.log(y[2]), within(1e-12));
    }

    @Test
    void anExampleWithoutALabelIsNotClassified() {
        assertThat(run(Optional.of(new double[] {0, 0, 0}))
                        .get("classification")
                        .values()[0])
                .isZero();
    }

    @Test
    void aRunWithoutLabelsIsRefused() {
        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> run(Optional.empty()))
                .withMessageContaining("labels.use=loss");
    }

    @Test
    void otherClassesThanThoseOfTheDataAreRefused() {
        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> run(Optional.of(new double[] {0, 1})))
                .withMessageContaining("posterior: the posterior has 3 classes, and the data have 2");
    }

    /** That of the deformed image is moved towards that of the image, and not the other way round. */
    @Test
    void theClassOfADeformedImageIsMovedTowardsThatOfTheImage() {
        ClassAndStyleLoss loss = new ClassAndStyleLoss(new ClassAndStyleLossOptions(linear(), 0, 2, 1));
        double[] again = {1, 0.5, -0.5};
        List<TensorSpec> specs = List.of(TensorSpec.of(1, 2, 2), TensorSpec.of(2), TensorSpec.of(5));
        List<double[]> values = List.of(new double[4], STYLE, WANTED);
        try (GraphProbe probe = GraphProbe.of(
                true,
                1,
                specs,
                (scope, inputs) -> loss.build(
                        scope,
                        new Pass(
                                inputs.get(0),
                                scores(scope, "told"),
                                scores(scope, "again"),
                                inputs.get(1),
                                inputs.get(2),
                                Optional.empty())))) {
            probe.set("probe/told", LOGITS);
            probe.set("probe/again", again);
            double[] p = softmax(LOGITS);
            double[] q = softmax(again);

            assertThat(probe.run(1, values).get("consistency").values()[0])
                    .isCloseTo(-p[0] * Math.log(q[0]) - p[1] * Math.log(q[1]) - p[2] * Math.log(q[2]), within(1e-12));
            Map<String, Output> gradients = probe.gradients("consistency", new double[] {1}, 1, values);
            assertThat(gradients.get("probe/again").values())
                    .containsExactly(new double[] {q[0] - p[0], q[1] - p[1], q[2] - p[2]}, within(1e-12));
            assertThat(gradients).doesNotContainKey("probe/told");
        }
    }

    /** Encoders that give all images one class are the most consistent. */
    @Test
    void consistencyDoesNotChooseTheBestEpoch() {
        TermSpec consistency = new ClassAndStyleLoss(new ClassAndStyleLossOptions(linear(), 0, 2, 1))
                .terms().stream()
                        .filter(term -> term.name().equals("consistency"))
                        .findFirst()
                        .orElseThrow();

        assertThat(consistency.adversarial()).isTrue();
        assertThat(consistency.weight()).isEqualTo(Schedule.constant(2));
        assertThat(consistency.groups()).containsExactly(Groups.ENCODER);
    }

    private static Tensor scores(GraphScope scope, String name) {
        return new Tensor(scope.parameter(name, Initialiser.zeros(), 1, 3), TensorSpec.of(3));
    }

    private static double minusLog(double logit) {
        return Math.log1p(Math.exp(-logit));
    }

    private static double logit(double[] weights, double[] code, int from) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * code[from + i];
        }
        return sum;
    }

    private static double[] softmax(double[] logits) {
        double sum = 0;
        double[] values = new double[logits.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.exp(logits[i]);
            sum += values[i];
        }
        for (int i = 0; i < values.length; i++) {
            values[i] /= sum;
        }
        return values;
    }

    private static Map<String, Output> run(Optional<double[]> labels) {
        ClassAndStyleLoss loss = new ClassAndStyleLoss(new ClassAndStyleLossOptions(linear(), 1, 0, 1));
        double[] known = labels.orElse(new double[1]);
        List<TensorSpec> specs =
                List.of(TensorSpec.of(3), TensorSpec.of(2), TensorSpec.of(5), TensorSpec.of(known.length));
        try (GraphProbe probe = GraphProbe.of(
                true,
                1,
                specs,
                (scope, inputs) -> loss.build(
                        scope,
                        new Pass(
                                inputs.get(1),
                                inputs.get(0),
                                inputs.get(0),
                                inputs.get(1),
                                inputs.get(2),
                                labels.map(present -> inputs.get(3)))))) {
            probe.parameters().stream()
                    .filter(name -> name.endsWith("weight"))
                    .forEach(name -> probe.set(name, name.contains("class") ? OF_CLASS : OF_STYLE));
            return probe.run(1, List.of(LOGITS, STYLE, WANTED, known));
        }
    }

    private static DiscriminatorOptions linear() {
        return new DiscriminatorOptions(
                DiscriminatorOptions.Network.DENSE,
                List.of(),
                List.of(),
                1,
                1,
                Activation.RELU,
                WeightInitialisation.GLOROT_UNIFORM,
                false,
                0,
                0,
                1);
    }

    /**
     * @param logits of the classes of the data
     * @param others of the classes of anything else
     */
    private record Pass(Tensor data, Tensor logits, Tensor others, Tensor style, Tensor wanted, Optional<Tensor> labels)
            implements ForwardPass {
        @Override
        public Tensor input() {
            return data;
        }

        @Override
        public Latent latent() {
            return latent(logits);
        }

        private Latent latent(Tensor scores) {
            SDVariable values = scores.variable();
            Tensor classes = scores.with(values.getSameDiff().nn().softmax(values, 1));
            return Latent.Classified.of(scores, given -> new Latent.Point(style), classes);
        }

        @Override
        public Reconstruction reconstruction() {
            return new Nothing(style);
        }

        @Override
        public Latent infer(Tensor input) {
            return latent(others);
        }

        @Override
        public Reconstruction generate(Tensor code) {
            return reconstruction();
        }

        @Override
        public List<SDVariable> parameters(String group) {
            return List.of();
        }

        @Override
        public Optional<CodeDistribution> prior() {
            return Optional.of(new Draws(wanted));
        }
    }

    private record Draws(Tensor sample) implements CodeDistribution {
        @Override
        public SDVariable logDensity(Tensor code) {
            throw new AssertionError("no density is needed");
        }

        @Override
        public Tensor sampleOf(Tensor classes) {
            return sample;
        }

        @Override
        public Optional<SDVariable> divergence(Latent posterior) {
            return Optional.empty();
        }
    }

    /** A reconstruction without any error. */
    private record Nothing(Tensor mean) implements Reconstruction {
        @Override
        public String family() {
            return "nothing";
        }

        @Override
        public Tensor raw() {
            return mean;
        }

        @Override
        public Optional<Tensor> logits() {
            return Optional.empty();
        }

        @Override
        public SDVariable negativeLogLikelihood(Tensor data) {
            return data.flat().variable().sum(1).mul(0);
        }
    }
}
