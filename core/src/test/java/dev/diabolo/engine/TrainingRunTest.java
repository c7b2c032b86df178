package dev.diabolo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.Trainer;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.training.EpochReport;
import dev.diabolo.spi.training.Gate;
import dev.diabolo.spi.training.Groups;
import dev.diabolo.spi.training.Phase;
import dev.diabolo.spi.training.Schedule;
import dev.diabolo.spi.training.Span;
import dev.diabolo.spi.training.TermSpec;
import dev.diabolo.spi.training.TrainingListener;
import dev.diabolo.spi.training.TrainingPlan;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.autodiff.samediff.SDVariable;

class TrainingRunTest {
    private static final Examples DATA = TestModels.random(500, TestModels.WIDTH, 1);

    @Test
    void trainingLowersTheLoss() {
        TrainingOutcome outcome = train(TestModels.model(), settings(20, 32, 1, 1));

        List<Double> losses = outcome.epochs().stream().map(EpochReport::loss).toList();
        assertThat(losses.get(19)).isLessThan(0.8 * losses.get(0));
        assertThat(outcome.steps()).isEqualTo(20 * 16);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    void parametersDoNotDependOnTheNumberOfWorkers(int workers) {
        ModelDefinition model = TestModels.model(
                TestModels.dropoutEncoder(0.3), new TestModels.SquaredError(), TestModels.jointly(TestModels.ADAM));

        assertSame(train(model, settings(2, 300, 7, 1)), train(model, settings(2, 300, 7, workers)));
    }

    @Test
    void anotherSeedGivesOtherParameters() {
        float[] one = train(TestModels.model(), settings(1, 32, 1, 1))
                .parameters()
                .get(0)
                .values();
        float[] two = train(TestModels.model(), settings(1, 32, 2, 1))
                .parameters()
                .get(0)
                .values();

        assertThat(one).isNotEqualTo(two);
    }

    @Test
    void shardsGiveTheGradientOfTheWholeBatch() {
        var whole = TestModels.encoder((scope, hidden) -> {
            scope.coupleBatch("to keep the batch whole");
            return hidden;
        });
        var sgd = TestModels.jointly(TestModels.sgd(Schedule.constant(0.1)));
        TrainingOutcome together =
                train(TestModels.model(whole, new TestModels.SquaredError(), sgd), settings(1, 500, 1, 1));
        TrainingOutcome cut = train(
                TestModels.model(TestModels.dropoutEncoder(0), new TestModels.SquaredError(), sgd),
                settings(1, 500, 1, 1));

        for (int i = 0; i < cut.parameters().size(); i++) {
            assertThat(cut.parameters().get(i).values())
                    .usingComparatorWithPrecision(1e-6f)
                    .containsExactly(together.parameters().get(i).values());
        }
    }

    @Test
    void aBufferHoldsTheMeanOverTheShardsWeightedByTheirSizes() {
        var encoder = TestModels.encoder((scope, hidden) -> {
            var buffer = scope.buffer("mean", Initialiser.zeros(), TestModels.HIDDEN);
            scope.assign(buffer, hidden.variable().mean(0));
            return hidden;
        });
        var still = TestModels.jointly(TestModels.sgd(Schedule.constant(0)));
        ModelDefinition model = TestModels.model(encoder, new TestModels.SquaredError(), still);

        float[] cut = buffer(train(model, settings(1, 499, 1, 1)));
        float[] parts = buffer(train(model, settings(1, 499, 1, 2)));

        assertThat(cut).isEqualTo(parts);
        assertThat(cut).isNotEqualTo(new float[TestModels.HIDDEN]);
    }

    @Test
    void firstValuesCanComeFromTheMeansOfTheData() {
        var encoder = TestModels.encoder((scope, hidden) -> {
            scope.buffer("mean", new Initialiser.OfMean(mean -> 2 * mean - 1), TestModels.WIDTH);
            return hidden;
        });
        ModelDefinition model = TestModels.model(
                encoder, new TestModels.SquaredError(), TestModels.jointly(TestModels.sgd(Schedule.constant(0))));
        double[] means = new double[TestModels.WIDTH];
        float[] row = new float[TestModels.WIDTH];
        for (int i = 0; i < DATA.size(); i++) {
            DATA.read(i, row, 0);
            for (int j = 0; j < row.length; j++) {
                means[j] += row[j] / DATA.size();
            }
        }

        float[] begun = buffer(train(model, settings(1, 32, 1, 1)));

        for (int j = 0; j < row.length; j++) {
            assertThat((double) begun[j]).isCloseTo(2 * means[j] - 1, within(1e-6));
        }
    }

    @Test
    void whatBeginsWithTheMeansOfTheDataIsOfTheirSize() {
        var encoder = TestModels.encoder((scope, hidden) -> {
            scope.buffer("mean", new Initialiser.OfMean(mean -> mean), TestModels.WIDTH + 1);
            return hidden;
        });
        ModelDefinition model =
                TestModels.model(encoder, new TestModels.SquaredError(), TestModels.jointly(TestModels.ADAM));

        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> train(model, settings(1, 32, 1, 1)))
                .withMessageContaining("encoder/mean")
                .withMessageContaining(String.valueOf(TestModels.WIDTH));
    }

    private static float[] buffer(TrainingOutcome outcome) {
        return outcome.parameters().stream()
                .filter(value -> value.name().equals("encoder/mean"))
                .findFirst()
                .orElseThrow()
                .values();
    }

    @Test
    void divergenceIsToldWithPhaseTermAndStep() {
        var wild = TestModels.jointly(TestModels.sgd(Schedule.constant(1e18)));
        TrainingOutcome outcome = train(
                TestModels.model(TestModels.dropoutEncoder(0), new TestModels.SquaredError(), wild),
                settings(3, 32, 1, 1));

        assertThat(outcome.failure()).hasValueSatisfying(failure -> {
            assertThat(failure.kind()).isEqualTo(ErrorKind.RUN);
            assertThat(failure)
                    .hasMessageContaining("joint")
                    .hasMessageContaining("error")
                    .hasMessageContaining("step");
        });
    }

    @Test
    void aComponentThatFailsIsBlamedByItsClass() {
        var broken = TestModels.encoder((scope, hidden) -> {
            throw new IllegalStateException("no luck");
        });
        ModelDefinition model =
                TestModels.model(broken, new TestModels.SquaredError(), TestModels.jointly(TestModels.ADAM));

        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> train(model, settings(1, 32, 1, 1)))
                .withMessageContaining(broken.getClass().getName())
                .withMessageContaining("the encoder fails")
                .withMessageContaining("no luck")
                .withCauseInstanceOf(IllegalStateException.class)
                .satisfies(error -> assertThat(error.kind()).isEqualTo(ErrorKind.PLUGIN));
    }

    @Test
    void divergenceInTheLastUpdateIsToldToo() {
        // One batch and one epoch: no later step looks at a term of the parameters that the update left.
        var wild = TestModels.jointly(TestModels.sgd(Schedule.constant(Double.MAX_VALUE)));
        TrainingOutcome outcome = train(
                TestModels.model(TestModels.dropoutEncoder(0), new TestModels.SquaredError(), wild),
                settings(1, DATA.size(), 1, 1));

        assertThat(outcome.failure()).hasValueSatisfying(failure -> {
            assertThat(failure.kind()).isEqualTo(ErrorKind.RUN);
            assertThat(failure).hasMessageContaining("epoch 1").hasMessageContaining("no longer finite");
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void parametersThatAreFiniteButGiveNoFiniteLossAreDivergence(boolean heldOut) {
        var wild = TestModels.jointly(TestModels.sgd(Schedule.constant(1e30)));
        ModelDefinition model = TestModels.model(TestModels.dropoutEncoder(0), new TestModels.SquaredError(), wild);
        try (TrainingRun run =
                new TrainingRun(model, settings(1, DATA.size(), 1, 1), TrainingListener.NONE, () -> false)) {
            TrainingOutcome outcome = run.train(DATA, heldOut ? Optional.of(DATA) : Optional.empty());

            assertThat(outcome.bestEpoch()).isZero();
            assertThat(outcome.failure())
                    .hasValueSatisfying(failure -> assertThat(failure)
                            .hasMessageContaining("epoch 1")
                            .hasMessageContaining("term 'error' is"));
        }
    }

    @Test
    void theBestEpochIsChosenByComparableTermsWithTheWeightsOfTheEnd() {
        Loss loss = new Loss() {
            @Override
            public List<TermSpec> terms() {
                Schedule warmUp = new Schedule.WarmUp(Span.steps(1000), Schedule.constant(2));
                return List.of(new TermSpec("error", "", "of all", warmUp), TermSpec.adversarial("game", "", "of two"));
            }

            @Override
            public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
                SDVariable error =
                        new TestModels.SquaredError().build(scope, pass).get("error");
                return Map.of("error", error, "game", error.mul(0).add(7));
            }
        };
        ModelDefinition model = TestModels.model(
                TestModels.dropoutEncoder(0), loss, TestModels.jointly(TestModels.sgd(Schedule.constant(0.01))));
        try (TrainingRun run = new TrainingRun(model, settings(1, 64, 1, 1), TrainingListener.NONE, () -> false)) {
            EpochReport report = run.train(DATA, Optional.of(DATA)).epochs().get(0);

            double error = report.validation().orElseThrow().terms().get("error");
            assertThat(report.criterion()).isCloseTo(2 * error, within(1e-9));
        }
    }

    @Test
    void aRunThatIsAskedToStopKeepsWhatItHas() {
        AtomicInteger asked = new AtomicInteger();
        try (TrainingRun run = new TrainingRun(
                TestModels.model(),
                settings(100, 32, 1, 1),
                TrainingListener.NONE,
                () -> asked.incrementAndGet() > 20)) {
            TrainingOutcome outcome = run.train(DATA, Optional.empty());

            assertThat(outcome.stopped()).isTrue();
            assertThat(outcome.steps()).isEqualTo(20);
            assertThat(outcome.bestEpoch()).isEqualTo(1);
        }
    }

    @Test
    void theBestEpochIsTheOneWithTheLowestValidationLoss() {
        var growing = TestModels.jointly(TestModels.sgd(new Schedule.Linear(0.05, 3, 60)));
        ModelDefinition model = TestModels.model(TestModels.dropoutEncoder(0), new TestModels.SquaredError(), growing);
        try (TrainingRun run = new TrainingRun(model, settings(8, 32, 1, 1), TrainingListener.NONE, () -> false)) {
            TrainingOutcome outcome = run.train(DATA, Optional.of(TestModels.random(100, TestModels.WIDTH, 2)));

            double least = outcome.epochs().stream()
                    .mapToDouble(EpochReport::criterion)
                    .filter(Double::isFinite)
                    .min()
                    .orElseThrow();
            assertThat(outcome.epochs().get(outcome.bestEpoch() - 1).criterion())
                    .isEqualTo(least);
            assertThat(outcome.bestEpoch())
                    .isLessThan(outcome.epochs().size() + (outcome.failure().isPresent() ? 1 : 0));
        }
    }

    @Test
    void aParameterThatThePhaseCannotReachIsRefusedBeforeTheFirstStep() {
        var encoder = TestModels.encoder((scope, hidden) -> {
            scope.parameter("idle", Initialiser.ones(), 3);
            return hidden;
        });
        ModelDefinition model =
                TestModels.model(encoder, new TestModels.SquaredError(), TestModels.jointly(TestModels.ADAM));

        assertThatThrownBy(() -> train(model, settings(1, 32, 1, 1)))
                .isInstanceOfSatisfying(
                        DiaboloException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.PLUGIN))
                .hasMessageContaining("encoder/idle")
                .hasMessageContaining("joint");
    }

    @Test
    void aPhaseThatNamesAnUnknownTermIsRefused() {
        ModelDefinition model = TestModels.model(
                TestModels.dropoutEncoder(0),
                new TestModels.SquaredError(),
                context -> new TrainingPlan(List.of(new Phase(
                        "odd", Map.of("kl", Schedule.constant(1)), Set.of(Groups.ENCODER), TestModels.ADAM))));

        assertThatThrownBy(() -> train(model, settings(1, 32, 1, 1)))
                .isInstanceOf(DiaboloException.class)
                .hasMessageContaining("'kl'")
                .hasMessageContaining("error");
    }

    @Test
    void phasesOfSeveralStepsTakeSeveralBatches() {
        ModelDefinition model = TestModels.model(
                TestModels.dropoutEncoder(0),
                new TestModels.SquaredError(),
                context -> new TrainingPlan(List.of(
                        new Phase(
                                "encoder", context.allTerms(), Set.of(Groups.ENCODER), TestModels.ADAM, 3, Gate.ALWAYS),
                        new Phase("decoder", context.allTerms(), Set.of(Groups.DECODER), TestModels.ADAM))));
        AtomicIntegerArray reads = new AtomicIntegerArray(DATA.size());
        Examples counted = new Examples() {
            @Override
            public TensorSpec spec() {
                return DATA.spec();
            }

            @Override
            public int size() {
                return DATA.size();
            }

            @Override
            public void read(int index, float[] target, int offset) {
                reads.incrementAndGet(index);
                DATA.read(index, target, offset);
            }
        };
        try (TrainingRun run = new TrainingRun(model, settings(1, 100, 1, 1), TrainingListener.NONE, () -> false)) {
            run.train(counted, Optional.of(DATA));
        }
        // The encoder's phase takes every batch, the decoder's the first of each cycle of three.
        int cycles = ((DATA.size() + 99) / 100 + 2) / 3;
        int[] counts = IntStream.range(0, DATA.size()).map(reads::get).toArray();
        assertThat(counts).containsOnly(1, 2);
        assertThat(Arrays.stream(counts).filter(count -> count == 2).count()).isEqualTo(cycles * 100L);
    }

    @Test
    void aTermThatAGateKeepsFromBeingComputedIsLeftOut() {
        Loss two = new Loss() {
            @Override
            public List<TermSpec> terms() {
                return List.of(new TermSpec("error", "", "of all"), new TermSpec("late", "", "of a gated phase"));
            }

            @Override
            public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
                SDVariable error =
                        new TestModels.SquaredError().build(scope, pass).get("error");
                return Map.of("error", error, "late", error.mul(2));
            }
        };
        for (boolean open : new boolean[] {false, true}) {
            ModelDefinition model = TestModels.model(
                    TestModels.dropoutEncoder(0),
                    two,
                    context -> new TrainingPlan(List.of(
                            new Phase(
                                    "late",
                                    Map.of("late", Schedule.constant(1)),
                                    Set.of(Groups.DECODER),
                                    TestModels.ADAM,
                                    1,
                                    latest -> open && latest.containsKey("error")),
                            new Phase(
                                    "encoder",
                                    Map.of("error", Schedule.constant(1)),
                                    Set.of(Groups.ENCODER),
                                    TestModels.ADAM))));
            EpochReport report = train(model, settings(1, 64, 1, 1)).epochs().get(0);

            assertThat(report.terms()).containsKey("error");
            assertThat(report.terms().containsKey("late")).isEqualTo(open);
            assertThat(report.loss()).isPositive();
        }
    }

    @Test
    void aRunThatCannotBeBuiltLeavesNoThreads() throws InterruptedException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Trainer all = context -> new TrainingPlan(List.of(new Phase(
                "none", Map.of("error", Schedule.constant(0)), Set.of("encoder", "decoder"), TestModels.ADAM)));
        // Its gradient reaches no parameter, which shows only when the phase's graph is built.
        Loss detached = new Loss() {
            @Override
            public List<TermSpec> terms() {
                return List.of(new TermSpec("error", "", "of the data alone"));
            }

            @Override
            public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
                return Map.of("error", pass.data().flat().variable().mean(1));
            }
        };
        Loss broken = TestModels.loss("error", error -> {
            throw new IllegalStateException("no luck");
        });
        for (Loss loss : List.of(broken, detached)) {
            ModelDefinition model = TestModels.model(TestModels.dropoutEncoder(0), loss, all);
            assertThatExceptionOfType(DiaboloException.class)
                    .isThrownBy(
                            () -> new TrainingRun(model, settings(1, 64, 1, 4), TrainingListener.NONE, () -> false));
        }
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!before.contains(thread) && thread.getName().startsWith("diabolo-")) {
                thread.join(60_000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    @Test
    void aClosedGateSkipsItsPhase() {
        ModelDefinition model = TestModels.model(
                TestModels.dropoutEncoder(0),
                new TestModels.SquaredError(),
                context -> new TrainingPlan(List.of(
                        new Phase("encoder", context.allTerms(), Set.of(Groups.ENCODER), TestModels.ADAM),
                        new Phase(
                                "decoder",
                                context.allTerms(),
                                Set.of(Groups.DECODER),
                                TestModels.ADAM,
                                1,
                                latest -> latest.get("error") < 0))));
        TrainingOutcome outcome = train(model, settings(3, 32, 1, 1));
        float[] bias = outcome.parameters().stream()
                .filter(value -> value.name().equals("decoder/output/bias"))
                .findFirst()
                .orElseThrow()
                .values();

        assertThat(bias).containsOnly(0f);
    }

    @Test
    void theLossIsTheMeanOverTheBatchWhateverTheShards() {
        TrainingOutcome outcome = train(
                TestModels.model(
                        TestModels.dropoutEncoder(0),
                        TestModels.loss("one", error -> error.mul(0).add(1)),
                        TestModels.jointly(TestModels.sgd(Schedule.constant(0.1)))),
                settings(1, 300, 1, 2));

        assertThat(outcome.epochs().get(0).loss()).isCloseTo(1, within(1e-9));
    }

    private static TrainingOutcome train(ModelDefinition model, TrainingSettings settings) {
        try (TrainingRun run = new TrainingRun(model, settings, TrainingListener.NONE, () -> false)) {
            return run.train(DATA, Optional.empty());
        }
    }

    private static TrainingSettings settings(int epochs, int batch, long seed, int workers) {
        return new TrainingSettings(epochs, batch, seed, workers);
    }

    private static void assertSame(TrainingOutcome one, TrainingOutcome other) {
        for (int i = 0; i < one.parameters().size(); i++) {
            float[] left = one.parameters().get(i).values();
            float[] right = other.parameters().get(i).values();
            assertThat(Arrays.equals(left, right))
                    .as(one.parameters().get(i).name())
                    .isTrue();
        }
    }
}
