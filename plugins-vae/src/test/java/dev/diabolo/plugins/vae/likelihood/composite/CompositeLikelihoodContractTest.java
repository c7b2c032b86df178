package dev.diabolo.plugins.vae.likelihood.composite;

import dev.diabolo.spi.LikelihoodProvider;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.testkit.LikelihoodContract;
import java.util.List;
import java.util.Map;

class CompositeLikelihoodContractTest extends LikelihoodContract {
    @Override
    protected LikelihoodProvider<?> provider() {
        return new CompositeLikelihoodProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(
                Map.of(),
                Map.of("columns", List.of("rest=gaussian"), "gaussian.scale.kind", "per-value"),
                Map.of(
                        "columns",
                        List.of("rest=laplace", "1-3=categorical", "0=bernoulli", "4=student-t"),
                        "student-t.scale.kind",
                        "per-feature"),
                Map.of("columns", List.of("rest=poisson", "2=negative-binomial", "0-1=continuous-bernoulli")));
    }

    @Override
    protected Tensor data(GraphScope scope, Tensor normal) {
        return normal.with(normal.variable().mul(normal.variable()).mul(3));
    }
}
