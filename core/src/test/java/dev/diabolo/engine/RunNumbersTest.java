package dev.diabolo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.training.EpochReport;
import dev.diabolo.spi.training.Schedule;
import dev.diabolo.spi.training.Span;
import dev.diabolo.spi.training.TermSpec;
import dev.diabolo.spi.training.TrainingListener;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;

/** Numbers in a graph that the run determines, and gradients that are scaled on their way. */
class RunNumbersTest {
    private static final Schedule RISING = new Schedule.Linear(0, 8, Span.epochs(4));

    @Test
    void termsSeeTheMomentAndTheSizeOfTheDataInTrainingAndInEvaluation() {
        Examples train = TestModels.random(96, TestModels.WIDTH, 1);
        Examples held = TestModels.random(40, TestModels.WIDTH, 2);
        try (TrainingRun run = new TrainingRun(
                TestModels.model(TestModels.dropoutEncoder(0), new Numbers(), TestModels.jointly(TestModels.ADAM)),
                new TrainingSettings(4, 32, 1, 1),
                TrainingListener.NONE,
                () -> false)) {
            List<EpochReport> epochs = run.train(train, Optional.of(held)).epochs();

            for (int epoch = 0; epoch < 4; epoch++) {
                EpochReport report = epochs.get(epoch);
                // Three steps an epoch, at 0, 1/3 and 2/3 of it; its evaluation comes at its end.
                assertThat(report.terms().get("rising")).isCloseTo(2 * (epoch + 1 / 3.0), within(1e-5));
                assertThat(report.terms().get("size")).isEqualTo(96);
                Map<String, Double> evaluated =
                        report.validation().orElseThrow().terms();
                assertThat(evaluated.get("rising")).isCloseTo(2 * (epoch + 1), within(1e-5));
                assertThat(evaluated.get("size")).isEqualTo(40);
            }
        }
    }

    @Test
    void anotherScheduleOfTheSameNameIsRefused() {
        assertThatThrownBy(() -> GraphProbe.of(
                        true,
                        1,
                        List.of(TensorSpec.of(1)),
                        (scope, inputs) -> Map.of(
                                "y", scope.scheduled("a", RISING).add(scope.scheduled("a", Schedule.constant(1))))))
                .isInstanceOf(DiaboloException.class)
                .hasMessageContaining("probe/a");
    }

    @Test
    void aScaledGradientChangesWhatComesBeforeAndNothingElse() {
        try (GraphProbe probe = GraphProbe.of(true, 1, List.of(TensorSpec.of(2)), (scope, inputs) -> {
            SDVariable before = scope.parameter("before", new Initialiser.Constant(2), 2);
            SDVariable after = scope.parameter("after", new Initialiser.Constant(5), 2);
            SDVariable middle = inputs.get(0).variable().mul(before);
            SDVariable y = middle.mul(after);
            // The factor may depend on what comes later; no gradient flows to it.
            scope.scaleGradient(middle, y);
            return Map.of("y", y);
        })) {
            List<double[]> values = List.of(new double[] {3, 7});

            Map<String, GraphProbe.Output> gradients = probe.gradients("y", new double[] {1, 1}, 1, values);

            assertThat(probe.run(1, values).get("y").values()).containsExactly(30, 70);
            assertThat(gradients.get("probe/before").values()).containsExactly(15 * 30, 35 * 70);
            assertThat(gradients.get("probe/after").values()).containsExactly(6, 14);
        }
    }

    @Test
    void aGradientIsScaledOnce() {
        assertThatThrownBy(() -> GraphProbe.of(true, 1, List.of(TensorSpec.of(1)), (scope, inputs) -> {
                    SDVariable y = inputs.get(0).variable().mul(2);
                    scope.scaleGradient(y, scope.constant(1));
                    scope.scaleGradient(y, scope.constant(2));
                    return Map.of("y", y);
                }))
                .isInstanceOf(DiaboloException.class)
                .hasMessageContaining("scaled twice");
    }

    /** The squared error, and the numbers as terms of weight 0. */
    private static final class Numbers implements Loss {
        private final Loss error = new TestModels.SquaredError();

        @Override
        public List<TermSpec> terms() {
            return List.of(
                    error.terms().get(0),
                    new TermSpec("rising", "", "", Schedule.constant(0)),
                    new TermSpec("size", "", "", Schedule.constant(0)));
        }

        @Override
        public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
            return Map.of(
                    "error",
                    error.build(scope, pass).get("error"),
                    "rising",
                    pass.data().forEachExample(scope.scheduled("rising", RISING)),
                    "size",
                    pass.data().forEachExample(scope.dataSize()));
        }
    }
}
