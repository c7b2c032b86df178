package dev.diabolo;

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
        float[] row = new float[scaled.spec().size()];
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < scaled.size(); i++) {
            scaled.read(i, row, 0);
            for (float value : row) {
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
        if (min < 0 || max > 1) {
            throw DiaboloException.user(
                    "data.outside-unit-interval",
                    Problem.of("the model is defined for values in [0, 1], and the scaled data lie in [" + min + ", "
                                    + max + "]")
                            .at(name)
                            .remedy(
                                    "use data of the same range as the model was trained on, or a loss and a likelihood for any values, such as vanilla.mse and"
                                            + " vanilla.deterministic"));
        }
    }
}
