package dev.diabolo.plugins.vanilla.trainer;

import dev.diabolo.spi.Trainer;
import dev.diabolo.spi.training.Phase;
import dev.diabolo.spi.training.TrainingContext;
import dev.diabolo.spi.training.TrainingPlan;
import java.util.List;

/** See {@link JointTrainerProvider}. */
record JointTrainer(JointTrainerOptions options) implements Trainer {
    @Override
    public TrainingPlan plan(TrainingContext context) {
        return new TrainingPlan(List.of(new Phase(
                "joint",
                context.allTerms(),
                context.groups(),
                options.optimiser().spec())));
    }
}
