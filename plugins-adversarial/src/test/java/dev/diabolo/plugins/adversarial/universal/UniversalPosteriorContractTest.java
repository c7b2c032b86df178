package dev.diabolo.plugins.adversarial.universal;

import dev.diabolo.spi.PosteriorProvider;
import dev.diabolo.testkit.PosteriorContract;
import java.util.List;
import java.util.Map;

class UniversalPosteriorContractTest extends PosteriorContract {
    @Override
    protected PosteriorProvider<?> provider() {
        return new UniversalPosteriorProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(
                Map.of("size", 2, "noise", 3, "hidden", 4), Map.of("size", 1, "hidden", 3, "activation", "tanh"));
    }
}
