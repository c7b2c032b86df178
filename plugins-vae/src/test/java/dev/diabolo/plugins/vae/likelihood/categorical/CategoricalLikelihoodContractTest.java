package dev.diabolo.plugins.vae.likelihood.categorical;

import dev.diabolo.spi.LikelihoodProvider;
import dev.diabolo.testkit.LikelihoodContract;
import java.util.List;
import java.util.Map;

class CategoricalLikelihoodContractTest extends LikelihoodContract {
    @Override
    protected LikelihoodProvider<?> provider() {
        return new CategoricalLikelihoodProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of(), Map.of("categories", 2));
    }
}
