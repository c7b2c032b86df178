package dev.diabolo.plugins.adversarial.vaegan;

import dev.diabolo.plugins.adversarial.HalvedNormal;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.Posterior;
import dev.diabolo.testkit.LossContract;
import java.util.List;
import java.util.Map;

class FeatureLossContractTest extends LossContract {
    @Override
    protected LossProvider<?> provider() {
        return new FeatureLossProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of("discriminator.hidden", List.of(4), "weight", 0.5, "features", 3));
    }

    @Override
    protected Posterior posterior() {
        return new HalvedNormal();
    }
}
