package dev.diabolo.plugins.vae.bernoulli;

import dev.diabolo.spi.LikelihoodProvider;
import dev.diabolo.testkit.LikelihoodContract;
import java.util.List;
import java.util.Map;

class BernoulliLikelihoodContractTest extends LikelihoodContract {
    @Override
    protected LikelihoodProvider<?> provider() {
        return new BernoulliLikelihoodProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of(), Map.of("centre", "data"));
    }
}
