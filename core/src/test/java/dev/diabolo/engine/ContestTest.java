package dev.diabolo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.spi.Encoder;
import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.Trainer;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.training.Averaging;
import dev.diabolo.spi.training.EpochReport;
import dev.diabolo.spi.training.Groups;
import dev.diabolo.spi.training.OptimiserSpec;
import dev.diabolo.spi.training.Phase;
import dev.diabolo.spi.training.PhaseReport;
import dev.diabolo.spi.training.Schedule;
import dev.diabolo.spi.training.Span;
import dev.diabolo.spi.training.TermSpec;
import dev.diabolo.spi.training.TrainingListener;
import dev.diabolo.spi.training.TrainingPlan;
import dev.diabolo.spi.training.TrainingWarning;
import dev.diabolo.spi.training.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;

/** What training offers to networks that play against each other. */
class ContestTest {
    private static final Examples DATA = TestModels.random(64, TestModels.WIDTH, 3);

    @Test
    void averagesFollowTheParametersAndAreWhatIsKept() {
        Averaging averaging = new Averaging(0.5, Set.of(Groups.DECODER));
        List<ParameterValues> first = trained(TestModels.jointly(TestModels.ADAM), 0);
        List<ParameterValues> plain = trained(TestModels.jointly(TestModels.ADAM), 1);
        List<ParameterValues> averaged = trained(averaging(averaging), 1);

        // One step: the decay is that of the beginning, 2 / 11.
        double kept = averaging.decayAt(1);
        assertThat(kept).isCloseTo(2.0 / 11, within(1e-12));
        for (int i = 0; i < plain.size(); i++) {
            boolean decoder = plain.get(i).name().startsWith("decoder/");
            for (int j = 0; j < plain.get(i).values().length; j++) {
                double newest = plain.get(i).values()[j];
                double before = first.get(i).values()[j];
                assertThat((double) averaged.get(i).values()[j])
                        .as(plain.get(i).name())
                        .isCloseTo(decoder ? kept * before + (1 - kept) * newest : newest, within(1e-7));
            }
        }
    }

    @Test
    void theDecayOfAveragesGrowsToItsLimit() {
        Averaging averaging = new Averaging(0.999, Set.of(Groups.DECODER));
        assertThat(averaging.decayAt(90)).isCloseTo(0.91, within(1e-12));
        assertThat(averaging.decayAt(1_000_000)).isEqualTo(0.999);
        assertThatThrownBy(() -> new Averaging(1, Set.of(Groups.DECODER))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void averagesOfGroupsThatTheModelLacksAreRefused() {
        assertThatThrownBy(() -> trained(averaging(new Averaging(0.9, Set.of("generator"))), 1))
                .isInstanceOfSatisfying(
                        DiaboloException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.PLUGIN))
                .hasMessageContaining("generator");
    }

    private static Trainer averaging(Averaging averaging) {
        return context -> TestModels.jointly(TestModels.ADAM).plan(context).with(averaging);
    }

    /** The parameters after some steps on all data. */
    private static List<ParameterValues> trained(Trainer trainer, int steps) {
        ModelDefinition model = TestModels.model(TestModels.dropoutEncoder(0), new TestModels.SquaredError(), trainer);
        int[] asked = {0};
        try (TrainingRun run = new TrainingRun(
                model,
                new TrainingSettings(Math.max(1, steps), 64, 1, 1),
                TrainingListener.NONE,
                () -> asked[0]++ == steps)) {
            return run.train(DATA, Optional.empty()).parameters();
        }
    }

    @Test
    void parametersStayWithinTheirBound() {
        OptimiserSpec bounded = TestModels.sgd(Schedule.constant(1)).within(0.05);
        for (ParameterValues values : trained(TestModels.jointly(bounded), 3)) {
            for (float value : values.values()) {
                assertThat(Math.abs(value)).as(values.name()).isLessThanOrEqualTo(0.05f);
            }
        }
    }

    @Test
    void reportsTellWhatEachPhaseDid() {
        Trainer gated = context -> new TrainingPlan(List.of(
                new Phase(
                        "shut",
                        context.allTerms(),
                        Set.of(Groups.DECODER),
                        TestModels.ADAM,
                        1,
                        latest -> latest.getOrDefault("error", 0.0) < 0),
                new Phase("open", context.allTerms(), Set.of(Groups.ENCODER), TestModels.ADAM)));
        List<EpochReport> reports = new ArrayList<>();
        run(new TestModels.SquaredError(), gated, 2, new TrainingListener() {
            @Override
            public void epoch(EpochReport report) {
                reports.add(report);
            }
        });

        Map<String, PhaseReport> phases = reports.get(1).phases();
        assertThat(phases.keySet()).containsExactly("shut", "open");
        assertThat(phases.get("shut")).isEqualTo(new PhaseReport(0, 4, 0));
        assertThat(phases.get("open").steps()).isEqualTo(4);
        assertThat(phases.get("open").gradientNorm()).isPositive();
    }

    /** A term of which the gradient to the decoder's biases is known: the bias itself, whose norm is measured. */
    @Test
    void theGradientsNormIsThatOfAllParametersOfThePhase() {
        Loss biases = new Loss() {
            @Override
            public List<TermSpec> terms() {
                return List.of(new TermSpec("sum", "", "sum of what is decoded"));
            }

            @Override
            public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
                return Map.of(
                        "sum",
                        pass.generate(pass.latent()
                                        .mode()
                                        .with(pass.latent().mode().variable().mul(0)))
                                .mean()
                                .variable()
                                .sum(1));
            }
        };
        List<EpochReport> reports = new ArrayList<>();
        Trainer decoder = context -> new TrainingPlan(
                List.of(new Phase("decoder", context.allTerms(), Set.of(Groups.DECODER), TestModels.ADAM)));
        run(biases, decoder, 1, new TrainingListener() {
            @Override
            public void epoch(EpochReport report) {
                reports.add(report);
            }
        });

        // Of a code of zeros, each bias has the gradient 1, and the weights have none.
        assertThat(reports.get(0).phases().get("decoder").gradientNorm())
                .isCloseTo(Math.sqrt(TestModels.WIDTH), within(1e-6));
    }

    @Test
    void whatAWatchSeesIsToldOnceAsLongAsItLasts() {
        Set<Integer> bad = Set.of(2, 3, 5);
        Loss watched = watched(report -> bad.contains(report.epoch())
                ? Optional.of(new TrainingWarning("test.bad", Problem.of("this epoch is bad")))
                : Optional.empty());
        List<Integer> told = new ArrayList<>();
        run(watched, TestModels.jointly(TestModels.ADAM), 6, new TrainingListener() {
            @Override
            public void warning(int epoch, TrainingWarning warning) {
                assertThat(warning.code()).isEqualTo("test.bad");
                told.add(epoch);
            }
        });

        assertThat(told).containsExactly(2, 5);
    }

    private static Loss watched(Watch watch) {
        TestModels.SquaredError error = new TestModels.SquaredError();
        return new Loss() {
            @Override
            public List<TermSpec> terms() {
                return error.terms();
            }

            @Override
            public List<Watch> watches() {
                return List.of(watch);
            }

            @Override
            public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
                return error.build(scope, pass);
            }
        };
    }

    private static TrainingOutcome run(Loss loss, Trainer trainer, int epochs, TrainingListener listener) {
        ModelDefinition model = TestModels.model(TestModels.dropoutEncoder(0), loss, trainer);
        try (TrainingRun run = new TrainingRun(model, new TrainingSettings(epochs, 16, 1, 1), listener, () -> false)) {
            return run.train(DATA, Optional.empty());
        }
    }

    @Test
    void divergenceNamesThePhaseAndTheTermAndKeepsTheBestEpoch() {
        // Steps grow until no number survives them.
        OptimiserSpec calm = TestModels.sgd(Schedule.constant(0.01));
        OptimiserSpec exploding = TestModels.sgd(new Schedule.Linear(0.01, 1e38, Span.steps(8)));
        Trainer trainer = context -> new TrainingPlan(List.of(
                new Phase("calm", context.allTerms(), Set.of(Groups.ENCODER), calm),
                new Phase("wild", context.allTerms(), Set.of(Groups.DECODER), exploding)));
        TrainingOutcome outcome = run(new TestModels.SquaredError(), trainer, 5, TrainingListener.NONE);

        assertThat(outcome.failure()).hasValueSatisfying(failure -> {
            assertThat(failure.kind()).isEqualTo(ErrorKind.RUN);
            assertThat(failure).hasMessageContaining("error").hasMessageMatching("(?s).*phase '(calm|wild)'.*");
        });
        assertThat(outcome.parameters()).allSatisfy(values -> {
            for (float value : values.values()) {
                assertThat(value).as(values.name()).isFinite();
            }
        });
    }

    @Test
    void aModelThatOnlyGeneratesRefusesToEncodeAndIsNotMeasuredByItsReconstructions() {
        Encoder none = new Encoder() {
            @Override
            public TensorSpec features(TensorSpec data) {
                return TensorSpec.of(TestModels.HIDDEN);
            }

            @Override
            public boolean encodes() {
                return false;
            }

            @Override
            public Tensor encode(GraphScope scope, Tensor input) {
                return scope.noise("noise", NoiseKind.STANDARD_NORMAL, TensorSpec.of(TestModels.HIDDEN));
            }
        };
        ModelDefinition model =
                TestModels.model(none, new TestModels.SquaredError(), TestModels.jointly(TestModels.ADAM));
        try (TrainingRun run =
                new TrainingRun(model, new TrainingSettings(1, 16, 1, 1), TrainingListener.NONE, () -> false)) {
            TrainingOutcome outcome = run.train(DATA, Optional.of(DATA));
            assertThat(outcome.failure()).isEmpty();
            assertThat(outcome.epochs().get(0).validation())
                    .hasValueSatisfying(report -> assertThat(report.mse()).isNaN());
            try (Inference inference = new Inference(model, outcome.parameters())) {
                for (Inference.Function function : List.of(Inference.Function.ENCODE, Inference.Function.RECONSTRUCT)) {
                    assertThatThrownBy(() -> inference.run(
                                    function, 1, i -> new float[TestModels.WIDTH], i -> new float[TestModels.WIDTH]))
                            .isInstanceOfSatisfying(
                                    DiaboloException.class,
                                    e -> assertThat(e.kind()).isEqualTo(ErrorKind.USER))
                            .hasMessageContaining("only generates");
                }
                float[] decoded = new float[TestModels.WIDTH];
                inference.run(Inference.Function.DECODE, 1, i -> new float[TestModels.CODE], i -> decoded);
                assertThat(decoded).doesNotContain(Float.NaN);
            }
        }
    }
}
