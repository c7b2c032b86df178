package dev.diabolo.plugins.vae.ladder;

import dev.diabolo.spi.PosteriorProvider;
import dev.diabolo.testkit.PosteriorContract;
import java.util.List;
import java.util.Map;

class LadderPosteriorContractTest extends PosteriorContract {
    @Override
    protected PosteriorProvider<?> provider() {
        return new LadderPosteriorProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(
                Map.of("sizes", "2,1", "hidden", 3, "activation", "elu"),
                Map.of("sizes", "1,2,1", "hidden", 2, "activation", "tanh"),
                Map.of("sizes", "2"));
    }
}
