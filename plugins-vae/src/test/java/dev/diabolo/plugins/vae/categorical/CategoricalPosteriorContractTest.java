package dev.diabolo.plugins.vae.categorical;

import dev.diabolo.spi.PosteriorProvider;
import dev.diabolo.testkit.PosteriorContract;
import java.util.List;
import java.util.Map;

class CategoricalPosteriorContractTest extends PosteriorContract {
    @Override
    protected PosteriorProvider<?> provider() {
        return new CategoricalPosteriorProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(
                Map.of("variables", 3, "categories", 4), Map.of("variables", 1, "categories", 2, "temperature", 2));
    }

    @Override
    protected boolean isDensityOfVolume() {
        return false;
    }
}
