package dev.diabolo.engine;

import dev.diabolo.spi.training.Moment;
import dev.diabolo.spi.training.TermSpec;
import java.util.List;
import java.util.Map;

/** What is made of the terms of a loss. */
record Objective(List<TermSpec> terms) {
    /** The weighted sum of the terms that are there; a gate may have kept others from being computed. */
    double loss(Map<String, Double> values, Moment moment) {
        double loss = 0;
        for (TermSpec term : terms) {
            Double value = values.get(term.name());
            loss += value == null ? 0 : value * term.weight().at(moment);
        }
        return loss;
    }

    /** What epochs are compared by, lower being better: the sum by the last weights, without terms of games; NaN where all are. */
    double criterion(Map<String, Double> means) {
        List<TermSpec> comparable =
                terms.stream().filter(term -> !term.adversarial()).toList();
        return comparable.isEmpty()
                ? Double.NaN
                : comparable.stream()
                        .mapToDouble(term -> means.getOrDefault(term.name(), 0.0)
                                * term.weight().at(Moment.END))
                        .sum();
    }
}
