package dev.diabolo.plugins.vae.likelihood.continuousbernoulli;

import dev.diabolo.spi.LikelihoodProvider;
import dev.diabolo.testkit.LikelihoodContract;

class ContinuousBernoulliLikelihoodContractTest extends LikelihoodContract {
    @Override
    protected LikelihoodProvider<?> provider() {
        return new ContinuousBernoulliLikelihoodProvider();
    }
}
