package dev.diabolo.plugins.vae.info;

import dev.diabolo.plugins.vae.SmallParts;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.Prior;
import dev.diabolo.testkit.LossContract;
import java.util.List;
import java.util.Map;

class InformationContractTest extends LossContract {
    @Override
    protected LossProvider<?> provider() {
        return new InformationProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of(), Map.of("alpha", 1, "kernel.shape", "rbf", "kernel.scales", List.of(0.5, 2)));
    }

    @Override
    protected Posterior posterior() {
        return SmallParts.gaussian();
    }

    @Override
    protected boolean dependsOnTheBatchSize() {
        return true;
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
