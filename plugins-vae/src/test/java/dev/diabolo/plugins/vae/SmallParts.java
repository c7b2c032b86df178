package dev.diabolo.plugins.vae;

import dev.diabolo.plugins.vae.bernoulli.BernoulliLikelihoodOptions;
import dev.diabolo.plugins.vae.bernoulli.BernoulliLikelihoodProvider;
import dev.diabolo.plugins.vae.gaussian.GaussianPosteriorOptions;
import dev.diabolo.plugins.vae.gaussian.GaussianPosteriorProvider;
import dev.diabolo.plugins.vae.prior.normal.StandardNormalPriorProvider;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.option.NoOptions;
import java.util.List;

/** Parts of models, for tests of losses. */
public final class SmallParts {
    private SmallParts() {}

    /** A normal one with codes of three numbers. */
    public static Posterior gaussian() {
        return new GaussianPosteriorProvider()
                .create(new GaussianPosteriorOptions(
                        3,
                        List.of(),
                        Activation.LINEAR,
                        WeightInitialisation.GLOROT_UNIFORM,
                        Double.parseDouble(GaussianPosteriorOptions.BOUND)));
    }

    /** Probabilities for data in [0, 1]. */
    public static Likelihood bernoulli() {
        return new BernoulliLikelihoodProvider()
                .create(new BernoulliLikelihoodOptions(BernoulliLikelihoodOptions.Centre.ZERO));
    }

    /** A standard normal prior, with closed divergences. */
    public static Prior standardNormal() {
        return new StandardNormalPriorProvider().create(new NoOptions());
    }
}
