package dev.diabolo.plugins.adversarial.aae;

import dev.diabolo.spi.LossProvider;
import dev.diabolo.testkit.LossContract;
import java.util.List;
import java.util.Map;

class WassersteinAdversarialLossContractTest extends LossContract {
    @Override
    protected LossProvider<?> provider() {
        return new WassersteinAdversarialLossProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of("discriminator.hidden", List.of(4), "weight", 3));
    }
}
