package dev.diabolo.plugins.vae.capacity;

import dev.diabolo.plugins.vae.SmallParts;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.Prior;
import dev.diabolo.testkit.LossContract;
import java.util.List;
import java.util.Map;

class CapacityContractTest extends LossContract {
    @Override
    protected LossProvider<?> provider() {
        return new CapacityProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of("gamma", 1), Map.of("gamma", 2, "capacity", 0.5, "length", 3, "samples", 2));
    }

    @Override
    protected Posterior posterior() {
        return SmallParts.gaussian();
    }

    @Override
    protected Likelihood likelihood() {
        return SmallParts.bernoulli();
    }

    @Override
    protected Prior prior() {
        return SmallParts.standardNormal();
    }
}
