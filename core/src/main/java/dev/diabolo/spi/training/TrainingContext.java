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
 * @param layers how many layers can be trained one at a time; 0 where the networks are not in layers
 */
public record TrainingContext(List<TermSpec> terms, Set<String> groups, int layers) {
    public TrainingContext {
        terms = List.copyOf(terms);
        groups = Set.copyOf(groups);
    }

    /** Of networks that are not in layers. */
    public TrainingContext(List<TermSpec> terms, Set<String> groups) {
        this(terms, groups, 0);
    }

    /**
     * Every term with its own weight: the usual objective. Terms that never weigh anything are left out: they are reported, and
     * cost no gradient.
     */
    public Map<String, Schedule> allTerms() {
        Map<String, Schedule> objective = new LinkedHashMap<>();
        terms.stream()
                .filter(term -> !term.weight().equals(Schedule.constant(0)))
                .forEach(term -> objective.put(term.name(), term.weight()));
        return objective;
    }
}
