package dev.diabolo.plugins.vae.quantised;

import dev.diabolo.spi.PosteriorProvider;
import dev.diabolo.testkit.PosteriorContract;
import java.util.List;
import java.util.Map;

class QuantisedPosteriorContractTest extends PosteriorContract {
    @Override
    protected PosteriorProvider<?> provider() {
        return new QuantisedPosteriorProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(
                Map.of("entries", 5, "size", 2, "codebook", "gradient"),
                Map.of("entries", 4, "size", 2, "groups", 3, "codebook", "gradient"),
                Map.of("entries", 5, "size", 2, "decay", 0.9),
                Map.of("entries", 4, "size", 1, "groups", 2, "restart", 0));
    }

    /** Straight through the choice. */
    @Override
    protected boolean gradientsAreEstimated() {
        return true;
    }
}
