package dev.diabolo;

import dev.diabolo.data.ValueRange;
import dev.diabolo.engine.ModelDefinition;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;

/** Refuses data outside [0, 1] for losses and likelihoods that are not defined there. */
final class UnitInterval {
    private UnitInterval() {}

    static void require(ModelDefinition model, Examples scaled, String name) {
        if (!model.loss().needsUnitInterval() && !model.likelihood().needsUnitInterval()) {
            return;
        }
        ValueRange range = ValueRange.of(scaled);
        if (range.min() < 0 || range.max() > 1) {
            throw DiaboloException.user(
                    "data.outside-unit-interval",
                    Problem.of("the model is defined for values in [0, 1], and the scaled data lie in [" + range.min()
                                    + ", " + range.max() + "]")
                            .at(name)
                            .remedy(
                                    "use data of the same range as the model was trained on, or a loss and a likelihood for any values, such as vanilla.mse and"
                                            + " vanilla.deterministic"));
        }
    }
}
