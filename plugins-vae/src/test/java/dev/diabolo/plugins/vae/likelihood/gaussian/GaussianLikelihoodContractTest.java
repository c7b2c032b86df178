package dev.diabolo.plugins.vae.likelihood.gaussian;

import dev.diabolo.spi.LikelihoodProvider;
import dev.diabolo.testkit.LikelihoodContract;
import java.util.List;
import java.util.Map;

class GaussianLikelihoodContractTest extends LikelihoodContract {
    @Override
    protected LikelihoodProvider<?> provider() {
        return new GaussianLikelihoodProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(
                Map.of(),
                Map.of("scale.kind", "per-feature"),
                Map.of("scale.kind", "per-value", "activation", "sigmoid"));
    }
}
