package dev.diabolo.plugins.vae.prior.mixture;

import dev.diabolo.spi.PriorProvider;
import dev.diabolo.testkit.PriorContract;
import java.util.List;
import java.util.Map;

class MixturePriorContractTest extends PriorContract {
    @Override
    protected PriorProvider<?> provider() {
        return new MixturePriorProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of("components", 3), Map.of("components", 1, "spread", 2));
    }
}
