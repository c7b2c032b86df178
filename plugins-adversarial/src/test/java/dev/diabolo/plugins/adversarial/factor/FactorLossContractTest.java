package dev.diabolo.plugins.adversarial.factor;

import dev.diabolo.plugins.adversarial.HalvedNormal;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.Posterior;
import dev.diabolo.testkit.LossContract;
import java.util.List;
import java.util.Map;

class FactorLossContractTest extends LossContract {
    @Override
    protected LossProvider<?> provider() {
        return new FactorLossProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of("discriminator.hidden", List.of(4), "gamma", 5));
    }

    @Override
    protected Posterior posterior() {
        return new HalvedNormal();
    }
}
