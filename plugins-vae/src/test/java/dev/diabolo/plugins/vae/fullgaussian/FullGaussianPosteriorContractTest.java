package dev.diabolo.plugins.vae.fullgaussian;

import dev.diabolo.spi.PosteriorProvider;
import dev.diabolo.testkit.PosteriorContract;
import java.util.List;
import java.util.Map;

class FullGaussianPosteriorContractTest extends PosteriorContract {
    @Override
    protected PosteriorProvider<?> provider() {
        return new FullGaussianPosteriorProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of("size", 3), Map.of("size", 1, "initialisation", "he-normal"));
    }
}
