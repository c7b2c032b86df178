package dev.diabolo.plugins.vanilla.point;

import dev.diabolo.spi.PosteriorProvider;
import dev.diabolo.testkit.PosteriorContract;
import java.util.List;
import java.util.Map;

class PointPosteriorContractTest extends PosteriorContract {
    @Override
    protected PosteriorProvider<?> provider() {
        return new PointPosteriorProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of("size", 3), Map.of("size", 1, "activation", "sigmoid", "initialisation", "lecun-normal"));
    }
}
