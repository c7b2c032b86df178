package dev.diabolo.spi.training;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a trainer hands to the engine: the phases of one cycle, in order. A cycle takes one batch, or as many as its
 * longest phase has steps: the n-th step of every phase sees the cycle's n-th batch.
 *
 * @param preparation stages that come first, in their order, with less than all of the run's epochs; mostly none. The best
 *     epoch is chosen, and early stopping applies, after them
 * @param cycle at least one phase; names are unique
 * @param averaging of parameters, whose averages are then evaluated and saved; empty: the parameters are
 */
public record TrainingPlan(List<Stage> preparation, List<Phase> cycle, Optional<Averaging> averaging) {
    public TrainingPlan {
        preparation = List.copyOf(preparation);
        cycle = List.copyOf(cycle);
        Objects.requireNonNull(averaging, "averaging");
        if (cycle.isEmpty()) {
            throw new IllegalArgumentException("a training plan needs at least one phase");
        }
        if (preparation.stream().mapToDouble(Stage::share).sum() >= 1) {
            throw new IllegalArgumentException("the stages of preparation leave no epoch for what they prepare");
        }
        Set<String> names = new HashSet<>();
        for (Phase phase : phases(preparation, cycle)) {
            if (!names.add(phase.name())) {
                throw new IllegalArgumentException("two phases are called '" + phase.name() + "'");
            }
        }
    }

    /** Without averages. */
    public TrainingPlan(List<Stage> preparation, List<Phase> cycle) {
        this(preparation, cycle, Optional.empty());
    }

    /** The same with averages. */
    public TrainingPlan with(Averaging other) {
        return new TrainingPlan(preparation, cycle, Optional.of(other));
    }

    /** Without preparation. */
    public TrainingPlan(List<Phase> cycle) {
        this(List.of(), cycle);
    }

    /** The phases of every stage, in order, and then those of the cycle. */
    public List<Phase> phases() {
        return phases(preparation, cycle);
    }

    private static List<Phase> phases(List<Stage> preparation, List<Phase> cycle) {
        return Stream.concat(preparation.stream().flatMap(stage -> stage.cycle().stream()), cycle.stream())
                .toList();
    }
}
