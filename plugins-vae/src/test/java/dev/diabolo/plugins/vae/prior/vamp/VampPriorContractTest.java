package dev.diabolo.plugins.vae.prior.vamp;

import dev.diabolo.spi.PriorProvider;
import dev.diabolo.testkit.PriorContract;
import java.util.List;
import java.util.Map;

class VampPriorContractTest extends PriorContract {
    @Override
    protected PriorProvider<?> provider() {
        return new VampPriorProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of("components", 3), Map.of("components", 1, "middle", 0, "spread", 2));
    }
}
