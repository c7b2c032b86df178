package dev.diabolo.plugins.vanilla.composite;

import dev.diabolo.spi.Loss;
import dev.diabolo.spi.training.Schedule;
import dev.diabolo.spi.training.TermSpec;

/** A loss of one term, and the weight of that term. */
record WeightedLoss(double weight, Loss loss) {
    /** The term, with this weight instead of its own. */
    TermSpec term() {
        TermSpec term = loss.terms().get(0);
        return new TermSpec(term.name(), term.unit(), term.summary(), Schedule.constant(weight));
    }
}
