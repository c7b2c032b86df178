package dev.diabolo.testkit.gallery;

import dev.diabolo.spi.Trainer;
import dev.diabolo.spi.training.Gate;
import dev.diabolo.spi.training.Groups;
import dev.diabolo.spi.training.OptimiserSpec;
import dev.diabolo.spi.training.Phase;
import dev.diabolo.spi.training.Schedule;
import dev.diabolo.spi.training.Span;
import dev.diabolo.spi.training.TrainingContext;
import dev.diabolo.spi.training.TrainingPlan;
import dev.diabolo.spi.training.UpdateRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** All groups together. */
final class GalleryTrainer implements Trainer {
    private final Damage damage;
    private int plans;

    GalleryTrainer(Damage damage) {
        this.damage = damage;
    }

    @Override
    public TrainingPlan plan(TrainingContext context) {
        plans++;
        return new TrainingPlan(
                List.of(new Phase(name(), objective(context), updates(context), optimiser(), 1, gate())));
    }

    private String name() {
        return switch (damage) {
            case PLANS_DIFFER -> "joint-" + plans;
            case BAD_PHASE_NAME -> "Joint!";
            default -> "joint";
        };
    }

    private Map<String, Schedule> objective(TrainingContext context) {
        Map<String, Schedule> objective = new HashMap<>(context.allTerms());
        if (damage == Damage.HARD_CODED_TERM) {
            return Map.of("error", Schedule.constant(1), "code-size", Schedule.constant(1));
        }
        if (damage == Damage.LEAKING) {
            objective.remove("code-size");
        }
        if (damage == Damage.STILL) {
            objective.replaceAll((term, weight) -> Schedule.constant(0));
        }
        return objective;
    }

    private Set<String> updates(TrainingContext context) {
        return damage == Damage.FORGETS_A_GROUP ? Set.of(Groups.ENCODER) : context.groups();
    }

    private OptimiserSpec optimiser() {
        Schedule rate =
                damage == Damage.NEGATIVE_RATE ? new Schedule.Linear(0.01, -0.01, Span.RUN) : Schedule.constant(0.01);
        return new OptimiserSpec(new UpdateRule.Adam(0.9, 0.999, 1e-7), rate);
    }

    private Gate gate() {
        if (damage == Damage.GATES_DIFFER && plans > 1) {
            return latest -> latest.isEmpty();
        }
        if (damage == Damage.COUNTING_GATE) {
            AtomicInteger asked = new AtomicInteger();
            return latest -> asked.getAndIncrement() % 3 == 0;
        }
        return Gate.ALWAYS;
    }
}
