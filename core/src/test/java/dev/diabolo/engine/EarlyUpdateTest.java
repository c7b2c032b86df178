package dev.diabolo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.training.Clipping;
import dev.diabolo.spi.training.Moment;
import dev.diabolo.spi.training.OptimiserSpec;
import dev.diabolo.spi.training.Phase;
import dev.diabolo.spi.training.Schedule;
import dev.diabolo.spi.training.TermSpec;
import dev.diabolo.spi.training.TrainingListener;
import dev.diabolo.spi.training.UpdateRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;

/** Updates that begin before all gradients are there. */
class EarlyUpdateTest {
    private static final OptimiserSpec ADAM =
            new OptimiserSpec(new UpdateRule.Adam(0.9, 0.999, 1e-7), Schedule.constant(0.1)).withL2(0.01);
    private static final String ENCODER = "encoder/hidden/weight";
    private static final String ENCODER_BIAS = "encoder/hidden/bias";
    private static final String DECODER = "decoder/output/weight";
    private static final List<ParameterSpec> ARRAYS = List.of(
            new ParameterSpec("a/weight", "a", new long[] {70, 71}, Initialiser.ones()),
            new ParameterSpec("a/wide", "a", new long[] {3, 5000}, Initialiser.ones()),
            new ParameterSpec("a/bias", "a", new long[] {71}, Initialiser.ones()));

    static {
        Backend.load();
    }

    @Test
    void partsInAnyOrderGiveWhatAllAtOnceGives() {
        try (ParameterStore one = new ParameterStore(DataType.FLOAT, ARRAYS);
                ParameterStore other = new ParameterStore(DataType.FLOAT, ARRAYS);
                FlatVector gradient = gradient();
                WorkerPool pool = new WorkerPool(2)) {
            one.initialise(new RandomStreams(1));
            other.initialise(new RandomStreams(1));
            PhaseUpdate whole = new PhaseUpdate(ADAM, List.of("a"), one, pool);
            PhaseUpdate parts = new PhaseUpdate(ADAM, List.of("a"), other, pool);
            for (int step = 0; step < 3; step++) {
                double norm = whole.applyAndMeasure(Moment.END, 1, Map.of("a", List.of(gradient)));
                PhaseUpdate.Ongoing ongoing =
                        parts.begin(Moment.END, 1, Map.of("a", gradient), Set.of("a/weight", "a/wide"), true);
                ongoing.update("a/weight", 28 * 71, 70 * 71, 1);
                ongoing.update("a/wide", 5000, 15000, 0);
                ongoing.update("a/weight", 0, 28 * 71, 0);
                ongoing.update("a/wide", 0, 5000, 1);
                assertThat(ongoing.end()).isEqualTo(norm);
            }
            for (int i = 0; i < ARRAYS.size(); i++) {
                assertThat(other.values().get(i).values())
                        .as(ARRAYS.get(i).name())
                        .isEqualTo(one.values().get(i).values());
            }
        }
    }

    private static FlatVector gradient() {
        float[] values = new float[70 * 71 + 3 * 5000 + 71];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextDouble() - 0.5);
        }
        FlatVector vector = new FlatVector(DataType.FLOAT, values.length);
        NativeArrays.write(vector.array(), 0, values);
        return vector;
    }

    @Test
    void partsAreTakenWhereGranulesBegin() {
        try (ParameterStore store = new ParameterStore(DataType.FLOAT, ARRAYS);
                WorkerPool pool = new WorkerPool(1)) {
            PhaseUpdate update = new PhaseUpdate(ADAM, List.of("a"), store, pool);
            assertThat(update.takes("a/weight", new int[] {0, 28 * 71, 70 * 71}))
                    .isTrue();
            assertThat(update.takes("a/weight", new int[] {0, 27 * 71, 70 * 71}))
                    .isFalse();
            assertThat(update.takes("a/weight", new int[] {0, 28 * 71})).isFalse();
            assertThat(update.takes("b/weight", new int[] {0, 71})).isFalse();
        }
    }

    @Property
    void everyWholeNumberOfRowsOfAGranuleIsWhereOneBegins(
            @ForAll @IntRange(min = 1, max = 50) int rows, @ForAll @IntRange(min = 1, max = 6000) int columns) {
        Set<Integer> begins = new HashSet<>();
        for (int place = 0; place < rows * columns; place += Granule.length(columns, place)) {
            assertThat(Granule.length(columns, place)).isBetween(1, Granule.MOST);
            begins.add(place);
        }
        for (int row = 0; row < rows; row += Granule.rows(columns)) {
            assertThat(begins).contains(row * columns);
        }
    }

    @Test
    void aNormNeedsAllGradientsFirst() {
        assertThat(updater(ADAM)).isTrue();
        assertThat(updater(ADAM.with(new Clipping.ByValue(1)))).isTrue();
        assertThat(updater(ADAM.with(new Clipping.ByNorm(1)))).isFalse();
        assertThat(updater(ADAM.with(new Clipping.ByGlobalNorm(1)))).isFalse();
    }

    private static boolean updater(OptimiserSpec spec) {
        try (ParameterStore store = new ParameterStore(DataType.FLOAT, ARRAYS);
                WorkerPool pool = new WorkerPool(1)) {
            return new PhaseUpdate(spec, List.of("a"), store, pool).isLocal();
        }
    }

    /** The error of the reconstruction, and a penalty on the product of two layers' weights, whose gradients read each other. */
    private static final class Penalised implements Loss {
        @Override
        public List<TermSpec> terms() {
            return List.of(new TermSpec("error", "", ""), new TermSpec("penalty", "", ""));
        }

        @Override
        public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
            SDVariable error = new TestModels.SquaredError().build(scope, pass).get("error");
            SDVariable products = scope.graph()
                    .nn()
                    .linear(
                            scope.graph().getVariable(DECODER),
                            scope.graph().getVariable(ENCODER),
                            scope.graph().getVariable(ENCODER_BIAS));
            return Map.of(
                    "error",
                    error,
                    "penalty",
                    error.mul(0).add(products.mul(products).mean()));
        }
    }

    private static ModelDefinition model(Loss loss, OptimiserSpec optimiser) {
        return TestModels.model(TestModels.dropoutEncoder(0), loss, TestModels.jointly(optimiser));
    }

    @Test
    void weightsAndBiasesOfDenseLayersAreUpdatedEarly() {
        assertThat(early(model(new TestModels.SquaredError(), ADAM)))
                .containsExactlyInAnyOrderElementsOf(
                        RunPlan.parameters(model(new TestModels.SquaredError(), ADAM)).stream()
                                .map(ParameterSpec::name)
                                .toList());
    }

    @Test
    void weightsThatOtherGradientsReadAreUpdatedInTheEnd() {
        assertThat(early(model(new Penalised(), ADAM))).isNotEmpty().doesNotContain(ENCODER, DECODER);
    }

    private static Set<String> early(ModelDefinition model) {
        try (ParameterStore store = new ParameterStore(DataType.FLOAT, RunPlan.parameters(model));
                WorkerPool pool = new WorkerPool(1)) {
            Phase phase = RunPlan.of(model).phases().get(0);
            PhaseUpdate updater = new PhaseUpdate(phase.optimiser(), List.copyOf(phase.updates()), store, pool);
            try (PhaseProgram program =
                    new PhaseProgram(model, phase, phase.objective().keySet(), store)) {
                return program.early(program.plan(64), updater);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {1e30f, Float.NaN})
    void aStepThatDivergesMovesNoParameter(float value) {
        for (int workers = 1; workers <= 2; workers++) {
            ModelDefinition model = model(new TestModels.SquaredError(), ADAM);
            assertThat(early(model)).isNotEmpty();
            RandomStreams random = new RandomStreams(1);
            Phase phase = RunPlan.of(model).phases().get(0);
            try (ParameterStore store = new ParameterStore(DataType.FLOAT, RunPlan.parameters(model));
                    WorkerPool pool = new WorkerPool(workers)) {
                store.initialise(random);
                List<ParameterValues> before = store.values();
                try (PhaseTrainer trainer =
                        new PhaseTrainer(model, phase, phase.objective().keySet(), store, pool, random)) {
                    Batch batch =
                            new Batch(constant(value), IntStream.range(0, 64).toArray());
                    RunNumber.Conditions conditions = new RunNumber.Conditions(Moment.END, 64);
                    assertThatExceptionOfType(DiaboloException.class)
                            .isThrownBy(() -> trainer.step(batch, 0, conditions))
                            .withMessageContaining("training diverged");
                }
                assertSameBits(store.values(), before);
            }
        }
    }

    private static void assertSameBits(List<ParameterValues> values, List<ParameterValues> expected) {
        assertThat(values).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(bits(values.get(i))).as(expected.get(i).name()).isEqualTo(bits(expected.get(i)));
        }
    }

    private static int[] bits(ParameterValues parameter) {
        float[] values = parameter.values();
        return IntStream.range(0, values.length)
                .map(i -> Float.floatToRawIntBits(values[i]))
                .toArray();
    }

    /** Examples whose values are all the same. */
    private static Examples constant(float value) {
        return new Examples() {
            @Override
            public TensorSpec spec() {
                return TensorSpec.of(TestModels.WIDTH);
            }

            @Override
            public int size() {
                return 64;
            }

            @Override
            public void read(int index, float[] target, int offset) {
                Arrays.fill(target, offset, offset + TestModels.WIDTH, value);
            }
        };
    }

    @Test
    void trainingIsThatOfTheUnloweredGraph() {
        Examples data = TestModels.random(192, TestModels.WIDTH, 3);
        for (Clipping clipping : List.of(Clipping.NONE, new Clipping.ByNorm(0.5))) {
            OptimiserSpec sgd = TestModels.sgd(Schedule.constant(0.1)).with(clipping);
            ModelDefinition model = model(new Penalised(), sgd);
            List<ParameterValues> lowered = trained(model, data, "on");
            List<ParameterValues> unlowered = trained(model, data, "off");
            List<Double> differences = new ArrayList<>();
            for (int i = 0; i < lowered.size(); i++) {
                for (int j = 0; j < lowered.get(i).values().length; j++) {
                    differences.add(Math.abs((double) lowered.get(i).values()[j]
                            - unlowered.get(i).values()[j]));
                }
            }
            assertThat(differences)
                    .allSatisfy(difference -> assertThat(difference).isLessThan(1e-5));
        }
    }

    private static List<ParameterValues> trained(ModelDefinition model, Examples data, String lowering) {
        System.setProperty("diabolo.lowering", lowering);
        try (TrainingRun run =
                new TrainingRun(model, new TrainingSettings(4, 64, 1, 2), TrainingListener.NONE, () -> false)) {
            return run.train(data, Optional.empty()).parameters();
        } finally {
            System.clearProperty("diabolo.lowering");
        }
    }
}
