package dev.diabolo.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.spi.Encoder;
import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.training.Groups;
import dev.diabolo.spi.training.Moment;
import dev.diabolo.spi.training.Phase;
import dev.diabolo.spi.training.Schedule;
import dev.diabolo.spi.training.TermSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;

/** What one phase takes over from the phase before it. */
class HandoverTest {
    private static final Examples DATA = TestModels.random(64, TestModels.WIDTH, 3);
    private static final String ERROR = "error";
    private static final String SIZE = "size";

    static {
        Backend.load();
    }

    /** The error of the reconstruction, and the size of codes beside noise. */
    private static final class TwoTerms implements Loss {
        @Override
        public List<TermSpec> terms() {
            return List.of(new TermSpec(ERROR, "", ""), new TermSpec(SIZE, "", ""));
        }

        @Override
        public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
            Tensor code = pass.latent().sample();
            SDVariable noise =
                    scope.noise("noise", NoiseKind.STANDARD_NORMAL, code.spec()).variable();
            SDVariable difference = code.variable().sub(noise);
            SDVariable error = new TestModels.SquaredError().build(scope, pass).get(ERROR);
            return Map.of(ERROR, error, SIZE, difference.mul(difference).mean(1));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3})
    void takingOverChangesNoBit(double dropout) {
        List<Phase> phases = List.of(
                phase("all", ERROR, Groups.ENCODER, Groups.DECODER),
                phase("decoder", ERROR, Groups.DECODER),
                phase("encoder", SIZE, Groups.ENCODER));
        List<ParameterValues> apart = trained(phases, dropout, 1, false);
        List<ParameterValues> following = trained(phases, dropout, 1, true);
        List<ParameterValues> together = trained(phases, dropout, 3, true);
        for (int i = 0; i < apart.size(); i++) {
            assertThat(following.get(i).values())
                    .as(apart.get(i).name())
                    .isEqualTo(apart.get(i).values());
            assertThat(together.get(i).values())
                    .as(apart.get(i).name())
                    .isEqualTo(apart.get(i).values());
        }
    }

    private static Phase phase(String name, String term, String... groups) {
        return new Phase(name, Map.of(term, Schedule.constant(1)), Set.of(groups), TestModels.ADAM);
    }

    /** The parameters after steps of all phases: on one batch together, on a batch each, and with a phase left out. */
    private static List<ParameterValues> trained(List<Phase> phases, double dropout, int workers, boolean following) {
        ModelDefinition model = model(dropout);
        RandomStreams random = new RandomStreams(1);
        List<PhaseTrainer> trainers = new ArrayList<>();
        try (ParameterStore store = new ParameterStore(DataType.FLOAT, RunPlan.parameters(model));
                WorkerPool pool = new WorkerPool(workers)) {
            store.initialise(random);
            phases.forEach(phase -> trainers.add(
                    new PhaseTrainer(model, phase, phase.objective().keySet(), store, pool, random)));
            for (int i = 1; following && i < trainers.size(); i++) {
                trainers.get(i).follow(trainers.get(i - 1));
            }
            long update = 0;
            for (int cycle = 0; cycle < 6; cycle++) {
                Batch batch = batch(cycle, cycle == 4 ? 20 : 40);
                for (PhaseTrainer trainer : trainers) {
                    boolean skipped = cycle == 3 && trainer == trainers.get(1);
                    if (!skipped) {
                        Batch own = cycle == 2 && trainer == trainers.get(2) ? batch(7, 40) : batch;
                        trainer.step(own, update++, new RunNumber.Conditions(Moment.END, 64));
                    }
                }
            }
            return store.values();
        } finally {
            trainers.forEach(PhaseTrainer::close);
        }
    }

    private static Batch batch(int first, int size) {
        return new Batch(DATA, IntStream.range(first, first + size).toArray());
    }

    private static ModelDefinition model(double dropout) {
        Encoder encoder = TestModels.dropoutEncoder(dropout);
        return TestModels.model(encoder, new TwoTerms(), TestModels.jointly(TestModels.ADAM));
    }

    @Test
    void activationsThatTheFirstPhaseLeavesAsTheyAreAreNotComputedAgain() {
        int apart = kernels(phase("decoder", ERROR, Groups.DECODER), 0, false);
        assertThat(kernels(phase("decoder", ERROR, Groups.DECODER), 0, true)).isLessThan(apart);
    }

    @Test
    void whatTheFirstPhaseChangesIsComputedAgain() {
        int apart = kernels(phase("encoder", SIZE, Groups.ENCODER), 0, false);
        assertThat(kernels(phase("encoder", SIZE, Groups.ENCODER), 0, true)).isEqualTo(apart);
    }

    @Test
    void whatDependsOnNoiseIsComputedAgain() {
        int dry = kernels(phase("decoder", ERROR, Groups.DECODER), 0, true);
        int dryApart = kernels(phase("decoder", ERROR, Groups.DECODER), 0, false);
        int wet = kernels(phase("decoder", ERROR, Groups.DECODER), 0.3, true);
        int wetApart = kernels(phase("decoder", ERROR, Groups.DECODER), 0.3, false);
        // Behind the dropout there are the product of the code and its biases.
        assertThat(wetApart - wet).isLessThan(dryApart - dry);
    }

    /** Kernels of a phase of both groups and both terms, which runs after another. */
    private static int kernels(Phase first, double dropout, boolean following) {
        ModelDefinition model = model(dropout);
        Phase second = phase("encoder", SIZE, Groups.ENCODER);
        try (ParameterStore store = new ParameterStore(DataType.FLOAT, RunPlan.parameters(model));
                PhaseProgram one = new PhaseProgram(model, first, Set.of(ERROR), store);
                PhaseProgram two = new PhaseProgram(model, second, Set.of(SIZE), store)) {
            if (following) {
                two.follow(one);
            }
            ShapedPlan before = one.plan(32);
            return two.plan(32, following ? before : null).plan().size();
        }
    }
}
