package dev.diabolo.plugins.vae.likelihood.negativebinomial;

import dev.diabolo.spi.LikelihoodProvider;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.testkit.LikelihoodContract;
import java.util.List;
import java.util.Map;

class NegativeBinomialLikelihoodContractTest extends LikelihoodContract {
    @Override
    protected LikelihoodProvider<?> provider() {
        return new NegativeBinomialLikelihoodProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of(), Map.of("dispersion", "per-value"));
    }

    @Override
    protected Tensor data(GraphScope scope, Tensor normal) {
        return normal.with(normal.variable().mul(normal.variable()).mul(3));
    }
}
