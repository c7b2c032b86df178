package dev.diabolo.plugins.vae.gaussian;

import dev.diabolo.spi.PosteriorProvider;
import dev.diabolo.testkit.PosteriorContract;
import java.util.List;
import java.util.Map;

class GaussianPosteriorContractTest extends PosteriorContract {
    @Override
    protected PosteriorProvider<?> provider() {
        return new GaussianPosteriorProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(
                Map.of("size", 3),
                Map.of("size", 1, "initialisation", "he-normal"),
                Map.of("size", 2, "hidden", "5,4", "activation", "tanh"));
    }
}
