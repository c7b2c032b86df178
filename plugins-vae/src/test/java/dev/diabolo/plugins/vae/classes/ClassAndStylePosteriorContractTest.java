package dev.diabolo.plugins.vae.classes;

import dev.diabolo.spi.PosteriorProvider;
import dev.diabolo.testkit.PosteriorContract;
import java.util.List;
import java.util.Map;

class ClassAndStylePosteriorContractTest extends PosteriorContract {
    @Override
    protected PosteriorProvider<?> provider() {
        return new ClassAndStylePosteriorProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(
                Map.of("classes", 3, "size", 2, "hidden", List.of(4), "activation", "tanh"),
                Map.of("classes", 2, "size", 1, "hidden", List.of(), "temperature", 2));
    }

    @Override
    protected boolean isDensityOfVolume() {
        return false;
    }
}
