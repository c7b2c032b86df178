package dev.diabolo.plugins.vanilla.ksparse;

import dev.diabolo.spi.PosteriorProvider;
import dev.diabolo.testkit.PosteriorContract;
import java.util.List;
import java.util.Map;

class SparsePosteriorContractTest extends PosteriorContract {
    @Override
    protected PosteriorProvider<?> provider() {
        return new SparsePosteriorProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(
                Map.of("size", 6, "k", 3),
                Map.of("size", 7, "k", 2, "alpha", 1.5, "activation", "sigmoid"),
                Map.of("size", 4, "k", 4));
    }
}
