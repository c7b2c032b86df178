package dev.diabolo.plugins.vae.sliced;

import dev.diabolo.plugins.vae.SmallParts;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.Prior;
import dev.diabolo.testkit.LossContract;
import java.util.List;
import java.util.Map;

class SlicedWassersteinContractTest extends LossContract {
    @Override
    protected LossProvider<?> provider() {
        return new SlicedWassersteinProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of(), Map.of("directions", 3));
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
