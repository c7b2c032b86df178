package dev.diabolo.plugins.vae.flow;

import dev.diabolo.spi.PosteriorProvider;
import dev.diabolo.testkit.PosteriorContract;
import java.util.List;
import java.util.Map;

class PlanarFlowPosteriorContractTest extends PosteriorContract {
    @Override
    protected PosteriorProvider<?> provider() {
        return new PlanarFlowPosteriorProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of("size", 3, "flows", 2), Map.of("size", 1, "flows", 1));
    }
}
