package dev.diabolo.plugins.vae.loss;

import dev.diabolo.plugins.vae.SmallParts;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.Prior;
import dev.diabolo.testkit.LossContract;
import java.util.List;
import java.util.Map;

class EvidenceLowerBoundContractTest extends LossContract {
    @Override
    protected LossProvider<?> provider() {
        return new EvidenceLowerBoundProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(
                Map.of(),
                Map.of("beta", 4, "warm-up.course", "linear"),
                Map.of("samples", 3, "warm-up.course", "cyclical"),
                Map.of("free-bits", 0.3));
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
