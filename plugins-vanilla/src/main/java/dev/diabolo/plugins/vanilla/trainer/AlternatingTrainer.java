package dev.diabolo.plugins.vanilla.trainer;

import dev.diabolo.spi.Trainer;
import dev.diabolo.spi.training.Groups;
import dev.diabolo.spi.training.Phase;
import dev.diabolo.spi.training.TrainingContext;
import dev.diabolo.spi.training.TrainingPlan;
import java.util.List;
import java.util.Set;

/** See {@link AlternatingTrainerProvider}. */
record AlternatingTrainer(AlternatingTrainerOptions options) implements Trainer {
    @Override
    public TrainingPlan plan(TrainingContext context) {
        return new TrainingPlan(List.of(phase(Groups.ENCODER, context), phase(Groups.DECODER, context)));
    }

    private Phase phase(String group, TrainingContext context) {
        return new Phase(
                group, context.allTerms(), Set.of(group), options.optimiser().spec());
    }
}
