package dev.diabolo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.options.OptionSchema;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.training.Clipping;
import dev.diabolo.spi.training.EpochReport;
import dev.diabolo.spi.training.OptimiserOptions;
import dev.diabolo.spi.training.OptimiserSpec;
import dev.diabolo.spi.training.Plateau;
import dev.diabolo.spi.training.Schedule;
import dev.diabolo.spi.training.Span;
import dev.diabolo.spi.training.TrainingListener;
import dev.diabolo.spi.training.UpdateRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Optimisers, clipping and schedules in the training loop. */
class OptimisersTest {
    private static final Examples DATA = TestModels.random(500, TestModels.WIDTH, 1);

    @ParameterizedTest
    @CsvSource({
        "sgd, 0.1",
        "adam, 0.01",
        "adamw, 0.01",
        "adamax, 0.01",
        "amsgrad, 0.01",
        "nadam, 0.01",
        "rmsprop, 0.01",
        "adagrad, 0.1",
        "adadelta, 1"
    })
    void everyOptimiserLowersTheLoss(String name, double rate) {
        Map<String, Object> settings = Map.of(
                "name",
                name,
                "learning-rate",
                rate,
                "clip",
                "global-norm",
                "schedule.name",
                "cosine",
                "schedule.floor",
                0.1,
                "schedule.warm-up",
                1);
        OptimiserOptions options =
                (OptimiserOptions) OptionSchema.of(OptimiserOptions.class).read(settings);

        List<EpochReport> epochs = train(options.spec(), 20, 32, 1).epochs();

        assertThat(epochs.get(19).loss()).isLessThan(0.8 * epochs.get(0).loss());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void clippedTrainingDoesNotDependOnTheNumberOfWorkers(int workers) {
        for (Clipping clipping : List.of(new Clipping.ByNorm(0.01), new Clipping.ByGlobalNorm(0.01))) {
            OptimiserSpec clipped = TestModels.sgd(Schedule.constant(1)).with(clipping);
            List<ParameterValues> one = train(clipped, 2, 300, 1).parameters();
            List<ParameterValues> several = train(clipped, 2, 300, workers).parameters();
            for (int i = 0; i < one.size(); i++) {
                assertThat(several.get(i).values()).isEqualTo(one.get(i).values());
            }
        }
    }

    @Test
    void aScheduleInEpochsGoesByTheEpochsOfTheRun() {
        // The gradient is 0, so that parameters only decay: by 1 - rate in each step.
        OptimiserSpec falling = decaying(new Schedule.Milestones(0.1, 0.5, List.of(Span.epochs(1), Span.epochs(2.5))));

        // 500 examples in batches of 250: two steps in an epoch.
        double kept = Math.pow(1 - 0.1, 2) * Math.pow(1 - 0.05, 3) * (1 - 0.025);
        assertThat(decay(falling, 3, 250)).isCloseTo(kept, within(1e-5));
    }

    @Test
    void theRateFallsOnAPlateauOfTheLoss() {
        OptimiserSpec careful = decaying(Schedule.constant(0.1)).with(new Plateau(0.5, 1, 0, 0, 0));

        // The loss is always 1: the first epoch sets it, and each later one is without improvement.
        double kept = (1 - 0.1) * (1 - 0.1) * (1 - 0.05) * (1 - 0.025);
        assertThat(decay(careful, 4, 500)).isCloseTo(kept, within(1e-5));
    }

    private static OptimiserSpec decaying(Schedule rate) {
        return new OptimiserSpec(new UpdateRule.Sgd(0, false), rate).withL2(1);
    }

    /** What is left of a weight after training with a loss that does not depend on it. */
    private static double decay(OptimiserSpec optimiser, int epochs, int batch) {
        ModelDefinition model = TestModels.model(
                TestModels.dropoutEncoder(0),
                TestModels.loss("one", error -> error.mul(0).add(1)),
                TestModels.jointly(optimiser));
        try (TrainingRun run =
                new TrainingRun(model, new TrainingSettings(epochs, batch, 1, 1), TrainingListener.NONE, () -> false)) {
            float before = run.parameters().get(0).values()[0];
            return run.train(DATA, Optional.empty()).parameters().get(0).values()[0] / before;
        }
    }

    private static TrainingOutcome train(OptimiserSpec optimiser, int epochs, int batch, int workers) {
        ModelDefinition model = TestModels.model(
                TestModels.dropoutEncoder(0), new TestModels.SquaredError(), TestModels.jointly(optimiser));
        try (TrainingRun run = new TrainingRun(
                model, new TrainingSettings(epochs, batch, 1, workers), TrainingListener.NONE, () -> false)) {
            return run.train(DATA, Optional.empty());
        }
    }
}
