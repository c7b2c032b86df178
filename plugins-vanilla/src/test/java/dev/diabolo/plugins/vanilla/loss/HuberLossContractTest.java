package dev.diabolo.plugins.vanilla.loss;

import dev.diabolo.spi.LossProvider;
import dev.diabolo.testkit.LossContract;
import java.util.List;
import java.util.Map;

class HuberLossContractTest extends LossContract {
    @Override
    protected LossProvider<?> provider() {
        return new HuberLossProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of(), Map.of("delta", 0.2));
    }
}
