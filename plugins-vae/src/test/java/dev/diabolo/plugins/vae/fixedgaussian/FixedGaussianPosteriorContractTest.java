package dev.diabolo.plugins.vae.fixedgaussian;

import dev.diabolo.spi.PosteriorProvider;
import dev.diabolo.testkit.PosteriorContract;
import java.util.List;
import java.util.Map;

class FixedGaussianPosteriorContractTest extends PosteriorContract {
    @Override
    protected PosteriorProvider<?> provider() {
        return new FixedGaussianPosteriorProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(
                Map.of("size", 3),
                Map.of("size", 2, "deviation", 0.5, "spread", 2),
                Map.of("size", 1, "deviation", 2, "initialisation", "he-normal"));
    }
}
