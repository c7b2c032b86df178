package dev.diabolo.spi.training;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a trainer hands to the engine: the phases of one cycle, in order. A cycle takes one batch, or as many as its
 * longest phase has steps: the n-th step of every phase sees the cycle's n-th batch.
 *
 * @param cycle at least one phase; names are unique
 */
public record TrainingPlan(List<Phase> cycle) {
    public TrainingPlan {
        cycle = List.copyOf(cycle);
        if (cycle.isEmpty()) {
            throw new IllegalArgumentException("a training plan needs at least one phase");
        }
        Set<String> names = new HashSet<>();
        for (Phase phase : cycle) {
            if (!names.add(phase.name())) {
                throw new IllegalArgumentException("two phases are called '" + phase.name() + "'");
            }
        }
    }
}
