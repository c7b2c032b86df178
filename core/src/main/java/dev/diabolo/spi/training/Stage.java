package dev.diabolo.spi.training;

import java.util.List;
import java.util.Objects;

/**
 * A part of a run that prepares the model for what comes after, such as training one layer while those below it rest.
 * Schedules see each stage as a run of its own.
 *
 * @param name unique in the plan, {@code [a-z][a-z0-9-]*}; appears in reports
 * @param cycle its phases, at least one; see {@link TrainingPlan}
 * @param share of the run's epochs, above 0 and below 1; it has one epoch at least
 */
public record Stage(String name, List<Phase> cycle, double share) {
    public Stage {
        Objects.requireNonNull(name, "name");
        cycle = List.copyOf(cycle);
        if (cycle.isEmpty() || !(share > 0 && share < 1)) {
            throw new IllegalArgumentException(
                    "stage '" + name + "' needs at least one phase and a share between 0 and 1");
        }
    }
}
