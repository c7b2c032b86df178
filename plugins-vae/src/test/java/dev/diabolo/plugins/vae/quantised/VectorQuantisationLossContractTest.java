package dev.diabolo.plugins.vae.quantised;

import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.testkit.LossContract;
import java.util.List;
import java.util.Map;

class VectorQuantisationLossContractTest extends LossContract {
    @Override
    protected LossProvider<?> provider() {
        return new VectorQuantisationLossProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of(), Map.of("commitment", 1));
    }

    @Override
    protected Posterior posterior() {
        return new QuantisedPosteriorProvider()
                .create(new QuantisedPosteriorOptions(
                        4, 2, 3, CodebookLearning.GRADIENT, 0.9, 0, WeightInitialisation.GLOROT_UNIFORM));
    }

    /** Straight through the choice. */
    @Override
    protected boolean gradientsAreEstimated() {
        return true;
    }
}
