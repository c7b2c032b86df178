package dev.diabolo.plugins.adversarial.classes;

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
                Map.of("classes", 3, "size", 2),
                Map.of("classes", 2, "size", 1),
                Map.of("classes", 3, "size", 1, "normalisation", "batch"));
    }
}
