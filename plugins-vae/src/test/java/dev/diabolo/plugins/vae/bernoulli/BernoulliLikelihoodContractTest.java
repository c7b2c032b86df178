package dev.diabolo.plugins.vae.bernoulli;

import dev.diabolo.spi.LikelihoodProvider;
import dev.diabolo.testkit.LikelihoodContract;

class BernoulliLikelihoodContractTest extends LikelihoodContract {
    @Override
    protected LikelihoodProvider<?> provider() {
        return new BernoulliLikelihoodProvider();
    }
}
