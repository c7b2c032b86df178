package dev.diabolo.plugins.adversarial.aae;

import dev.diabolo.spi.LossProvider;
import dev.diabolo.testkit.LossContract;
import java.util.List;
import java.util.Map;

class AdversarialLossContractTest extends LossContract {
    @Override
    protected LossProvider<?> provider() {
        return new AdversarialLossProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of("hidden", List.of(4, 3)), Map.of("hidden", List.of(), "activation", "tanh"));
    }
}
