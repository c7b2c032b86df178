package dev.diabolo.plugins.vae.loss;

import dev.diabolo.plugins.vae.SmallParts;
import dev.diabolo.plugins.vae.bernoulli.BernoulliLikelihoodOptions;
import dev.diabolo.plugins.vae.bernoulli.BernoulliLikelihoodProvider;
import dev.diabolo.plugins.vae.gaussian.GaussianPosteriorOptions;
import dev.diabolo.plugins.vae.gaussian.GaussianPosteriorProvider;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.testkit.LossContract;
import java.util.List;
import java.util.Map;

class EvidenceLowerBoundContractTest extends LossContract {
    @Override
    protected LossProvider<?> provider() {
        return new EvidenceLowerBoundProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(
                Map.of(),
                Map.of("beta", 4, "warm-up.course", "linear"),
                Map.of("samples", 3, "warm-up.course", "cyclical"),
                Map.of("free-bits", 0.3));
    }

    @Override
    protected Posterior posterior() {
        return new GaussianPosteriorProvider()
                .create(new GaussianPosteriorOptions(3, WeightInitialisation.GLOROT_UNIFORM));
    }

    @Override
    protected Likelihood likelihood() {
        return new BernoulliLikelihoodProvider()
                .create(new BernoulliLikelihoodOptions(BernoulliLikelihoodOptions.Centre.ZERO));
    }

    @Override
    protected Prior prior() {
        return SmallParts.standardNormal();
    }
}
