package dev.diabolo.spi.training;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One kind of update within a training cycle.
 *
 * @param name unique in the plan, {@code [a-z][a-z0-9-]*}; appears in reports and errors
 * @param objective the terms to minimise and their weights; at least one. Of those that never weigh anything the phase tells alone
 * @param updates the parameter groups that change, and no others; at least one
 * @param optimiser how they change; each phase has its own optimiser state
 * @param steps updates in one cycle, at least 1
 * @param gate whether the phase's turn is taken
 * @param layer where it trains one layer of networks in layers: its number, from 0; see {@link dev.diabolo.spi.LayeredEncoder}.
 *     The loss is then that of the layer as an autoencoder of its own, and of the groups in {@code updates} only the layer's
 *     parameters change
 */
public record Phase(
        String name,
        Map<String, Schedule> objective,
        Set<String> updates,
        OptimiserSpec optimiser,
        int steps,
        Gate gate,
        Optional<Integer> layer) {
    public Phase {
        Objects.requireNonNull(name, "name");
        objective = Map.copyOf(objective);
        updates = Set.copyOf(updates);
        Objects.requireNonNull(optimiser, "optimiser");
        Objects.requireNonNull(gate, "gate");
        Objects.requireNonNull(layer, "layer");
        if (objective.isEmpty() || updates.isEmpty() || steps < 1) {
            throw new IllegalArgumentException(
                    "phase '" + name + "' needs at least one term, one group to update and one step");
        }
    }

    /** A phase that trains the model as a whole. */
    public Phase(
            String name,
            Map<String, Schedule> objective,
            Set<String> updates,
            OptimiserSpec optimiser,
            int steps,
            Gate gate) {
        this(name, objective, updates, optimiser, steps, gate, Optional.empty());
    }

    /** A phase of one step that is never skipped. */
    public Phase(String name, Map<String, Schedule> objective, Set<String> updates, OptimiserSpec optimiser) {
        this(name, objective, updates, optimiser, 1, Gate.ALWAYS);
    }
}
