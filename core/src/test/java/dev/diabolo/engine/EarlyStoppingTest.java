package dev.diabolo.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.spi.training.Ending;
import dev.diabolo.spi.training.Schedule;
import dev.diabolo.spi.training.TrainingListener;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EarlyStoppingTest {
    @Test
    void trainingEndsAfterSoManyEpochsWithoutImprovement() {
        assertThat(endsAt(new EarlyStopping(2, 0), 5, 4, 4, 3, 3, 3, 2)).isEqualTo(6);
    }

    @Test
    void anImprovementWithinTheToleranceDoesNotCount() {
        assertThat(endsAt(new EarlyStopping(2, 0.1), 100, 91, 90.5, 80)).isEqualTo(3);
        assertThat(endsAt(new EarlyStopping(2, 0.1), -100, -105, -109, -120)).isEqualTo(3);
        assertThat(endsAt(new EarlyStopping(2, 0.1), 100, 91, 89, 88, 85)).isEqualTo(5);
    }

    @Test
    void withoutPatienceOrAnythingToCompareItNeverEnds() {
        assertThat(endsAt(EarlyStopping.NEVER, 1, 2, 3, 4)).isZero();
        assertThat(endsAt(new EarlyStopping(1, 0), Double.NaN, Double.NaN)).isZero();
    }

    /** The number of the epoch after which training ends; 0 where it does not. */
    private static int endsAt(EarlyStopping settings, double... criteria) {
        EarlyStopping.Watch watch = new EarlyStopping.Watch(settings);
        for (int epoch = 1; epoch <= criteria.length; epoch++) {
            if (watch.observe(criteria[epoch - 1])) {
                return epoch;
            }
        }
        return 0;
    }

    /** Without learning the criterion stays as it is: the first epoch is the best, and two more are waited for. */
    @Test
    void aRunThatGetsNoFurtherSaysSoAndKeepsItsBestEpoch() {
        ModelDefinition still = TestModels.model(
                TestModels.dropoutEncoder(0),
                TestModels.loss("one", error -> error),
                TestModels.jointly(TestModels.sgd(Schedule.constant(0))));
        TrainingSettings settings = new TrainingSettings(10, 50, 1, 1, new EarlyStopping(2, 0));

        TrainingOutcome outcome;
        try (TrainingRun run = new TrainingRun(still, settings, TrainingListener.NONE, () -> false)) {
            outcome = run.train(
                    TestModels.random(100, TestModels.WIDTH, 1),
                    Optional.of(TestModels.random(20, TestModels.WIDTH, 2)));
        }

        assertThat(outcome.ending()).isEqualTo(Ending.CONVERGED);
        assertThat(outcome.stopped()).isFalse();
        assertThat(outcome.epochs()).hasSize(3);
        assertThat(outcome.bestEpoch()).isEqualTo(1);
    }
}
