package dev.diabolo.spi.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a trainer may plan with.
 *
 * @param terms the loss's terms, in its order
 * @param groups the parameter groups of the model: {@link Groups#ENCODER}, {@link Groups#DECODER} and those of the loss
 */
public record TrainingContext(List<TermSpec> terms, Set<String> groups) {
    public TrainingContext {
        terms = List.copyOf(terms);
        groups = Set.copyOf(groups);
    }

    /** Every term with its own weight: the usual objective. */
    public Map<String, Schedule> allTerms() {
        Map<String, Schedule> objective = new LinkedHashMap<>();
        terms.forEach(term -> objective.put(term.name(), term.weight()));
        return objective;
    }
}
