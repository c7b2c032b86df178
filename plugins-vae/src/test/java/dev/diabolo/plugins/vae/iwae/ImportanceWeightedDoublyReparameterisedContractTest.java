package dev.diabolo.plugins.vae.iwae;

import dev.diabolo.plugins.vae.SmallParts;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.Prior;
import dev.diabolo.testkit.LossContract;
import java.util.List;
import java.util.Map;

class ImportanceWeightedDoublyReparameterisedContractTest extends LossContract {
    @Override
    protected LossProvider<?> provider() {
        return new ImportanceWeightedProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of("estimator", "doubly-reparameterised"));
    }

    @Override
    protected Posterior posterior() {
        return SmallParts.gaussian();
    }

    @Override
    protected boolean gradientsAreEstimated() {
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
