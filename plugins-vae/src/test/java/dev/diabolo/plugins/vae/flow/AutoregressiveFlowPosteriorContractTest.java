package dev.diabolo.plugins.vae.flow;

import dev.diabolo.spi.PosteriorProvider;
import dev.diabolo.testkit.PosteriorContract;
import java.util.List;
import java.util.Map;

class AutoregressiveFlowPosteriorContractTest extends PosteriorContract {
    @Override
    protected PosteriorProvider<?> provider() {
        return new AutoregressiveFlowPosteriorProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(
                Map.of("size", 3, "flows", 2, "hidden", "5,4"),
                Map.of("size", 1, "flows", 1, "hidden", "3"),
                Map.of("size", 2, "flows", 3, "hidden", List.of()));
    }
}
