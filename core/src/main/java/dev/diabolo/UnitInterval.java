package dev.diabolo;

import dev.diabolo.data.ValueRange;
import dev.diabolo.engine.ModelDefinition;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;

/** Refuses data outside [0, 1], or below 0, for losses and likelihoods that are not defined there. */
final class UnitInterval {
    private UnitInterval() {}

    static void require(ModelDefinition model, Examples scaled, String name) {
        requireCounts(model, scaled, name);
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

    private static void requireCounts(ModelDefinition model, Examples data, String name) {
        if (!model.likelihood().needsCounts()) {
            return;
        }
        ValueRange range = ValueRange.of(data);
        if (range.min() < 0) {
            throw DiaboloException.user(
                    "data.negative-counts",
                    Problem.of("the model is defined for counts, and the least value of the data is " + range.min())
                            .at(name)
                            .allowed("values of at least 0")
                            .remedy("choose a likelihood for any values, such as vae.gaussian, or one for each group of"
                                    + " columns with vae.composite"));
        }
    }
}
