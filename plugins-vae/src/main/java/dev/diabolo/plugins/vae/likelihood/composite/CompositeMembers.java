package dev.diabolo.plugins.vae.likelihood.composite;

import dev.diabolo.plugins.vae.bernoulli.BernoulliLikelihoodOptions;
import dev.diabolo.plugins.vae.bernoulli.BernoulliLikelihoodProvider;
import dev.diabolo.plugins.vae.likelihood.categorical.CategoricalLikelihoodOptions;
import dev.diabolo.plugins.vae.likelihood.categorical.CategoricalLikelihoodProvider;
import dev.diabolo.plugins.vae.likelihood.continuousbernoulli.ContinuousBernoulliLikelihoodProvider;
import dev.diabolo.plugins.vae.likelihood.gaussian.GaussianLikelihoodProvider;
import dev.diabolo.plugins.vae.likelihood.laplace.LaplaceLikelihoodProvider;
import dev.diabolo.plugins.vae.likelihood.negativebinomial.NegativeBinomialLikelihoodProvider;
import dev.diabolo.plugins.vae.likelihood.poisson.PoissonLikelihoodProvider;
import dev.diabolo.plugins.vae.likelihood.student.StudentLikelihoodProvider;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.option.NoOptions;

/** Makes the likelihoods of groups. */
record CompositeMembers(CompositeLikelihoodOptions options) {
    /** The means of the data are those of whole examples, of which a group has a part. */
    private static final BernoulliLikelihoodOptions AROUND_ZERO =
            new BernoulliLikelihoodOptions(BernoulliLikelihoodOptions.Centre.ZERO);

    Likelihood of(Family family) {
        return switch (family) {
            case GAUSSIAN -> new GaussianLikelihoodProvider().create(options.gaussian());
            case LAPLACE -> new LaplaceLikelihoodProvider().create(options.laplace());
            case STUDENT_T -> new StudentLikelihoodProvider().create(options.studentT());
            case BERNOULLI -> new BernoulliLikelihoodProvider().create(AROUND_ZERO);
            case CONTINUOUS_BERNOULLI -> new ContinuousBernoulliLikelihoodProvider().create(new NoOptions());
            case CATEGORICAL -> new CategoricalLikelihoodProvider().create(new CategoricalLikelihoodOptions(0));
            case POISSON -> new PoissonLikelihoodProvider().create(new NoOptions());
            case NEGATIVE_BINOMIAL -> new NegativeBinomialLikelihoodProvider().create(options.negativeBinomial());
        };
    }
}
