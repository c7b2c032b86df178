package dev.diabolo.plugins.vae.likelihood.poisson;

import dev.diabolo.spi.LikelihoodProvider;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.testkit.LikelihoodContract;

class PoissonLikelihoodContractTest extends LikelihoodContract {
    @Override
    protected LikelihoodProvider<?> provider() {
        return new PoissonLikelihoodProvider();
    }

    @Override
    protected Tensor data(GraphScope scope, Tensor normal) {
        return normal.with(normal.variable().mul(normal.variable()).mul(3));
    }
}
