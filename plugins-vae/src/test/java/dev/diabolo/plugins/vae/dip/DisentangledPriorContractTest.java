package dev.diabolo.plugins.vae.dip;

import dev.diabolo.plugins.vae.SmallParts;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.Prior;
import dev.diabolo.testkit.LossContract;
import java.util.List;
import java.util.Map;

class DisentangledPriorContractTest extends LossContract {
    @Override
    protected LossProvider<?> provider() {
        return new DisentangledPriorProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of(), Map.of("covariance", "codes", "beta", 0));
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
