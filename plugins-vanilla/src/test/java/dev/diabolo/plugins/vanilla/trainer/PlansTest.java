package dev.diabolo.plugins.vanilla.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.options.OptionSchema;
import dev.diabolo.spi.training.OptimiserOptions;
import dev.diabolo.spi.training.OptimiserSpec;
import dev.diabolo.spi.training.Phase;
import dev.diabolo.spi.training.Schedule;
import dev.diabolo.spi.training.Span;
import dev.diabolo.spi.training.TermSpec;
import dev.diabolo.spi.training.TrainingContext;
import dev.diabolo.spi.training.UpdateRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlansTest {
    private static final OptimiserOptions OPTIMISER =
            (OptimiserOptions) OptionSchema.of(OptimiserOptions.class).defaults();
    private static final Schedule WARM_UP = new Schedule.Linear(0, 1, Span.steps(10));
    private static final TrainingContext CONTEXT = new TrainingContext(
            List.of(new TermSpec("error", "", "an error"), new TermSpec("penalty", "", "a penalty", WARM_UP)),
            Set.of("encoder", "decoder"));

    @Test
    void jointTrainingHasOnePhaseForAllGroups() {
        List<Phase> cycle = new JointTrainer(new JointTrainerOptions(OPTIMISER))
                .plan(CONTEXT)
                .cycle();

        assertThat(cycle).singleElement().satisfies(phase -> {
            assertThat(phase.name()).isEqualTo("joint");
            assertThat(phase.updates()).containsExactlyInAnyOrder("encoder", "decoder");
        });
    }

    @Test
    void alternatingTrainingUpdatesTheEncoderAndThenTheDecoder() {
        List<Phase> cycle = new AlternatingTrainer(new AlternatingTrainerOptions(OPTIMISER))
                .plan(CONTEXT)
                .cycle();

        assertThat(cycle).extracting(Phase::updates).containsExactly(Set.of("encoder"), Set.of("decoder"));
    }

    @Test
    void termsKeepTheirOwnWeights() {
        Phase joint = new JointTrainer(new JointTrainerOptions(OPTIMISER))
                .plan(CONTEXT)
                .cycle()
                .get(0);

        assertThat(joint.objective()).isEqualTo(Map.of("error", Schedule.constant(1), "penalty", WARM_UP));
    }

    @Test
    void theDefaultOptimiserIsAdamAsInKeras() {
        assertThat(OPTIMISER.spec())
                .isEqualTo(new OptimiserSpec(new UpdateRule.Adam(0.9, 0.999, 1e-7), Schedule.constant(0.001)));
    }
}
