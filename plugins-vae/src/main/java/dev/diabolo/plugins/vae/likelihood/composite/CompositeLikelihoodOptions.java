package dev.diabolo.plugins.vae.likelihood.composite;

import dev.diabolo.plugins.vae.likelihood.gaussian.GaussianLikelihoodOptions;
import dev.diabolo.plugins.vae.likelihood.laplace.LaplaceLikelihoodOptions;
import dev.diabolo.plugins.vae.likelihood.negativebinomial.NegativeBinomialLikelihoodOptions;
import dev.diabolo.plugins.vae.likelihood.student.StudentLikelihoodOptions;
import dev.diabolo.spi.option.Option;
import java.util.List;

/** Settings of {@link CompositeLikelihoodProvider}. */
public record CompositeLikelihoodOptions(
        @Option(
                help =
                        "which columns, counted from 0, have which likelihood: 0-9=gaussian, 10=poisson; rest for all others",
                defaultValue = "rest=gaussian",
                min = 1)
        List<String> columns,

        @Option(help = "of normal columns") GaussianLikelihoodOptions gaussian,

        @Option(help = "of Laplace columns") LaplaceLikelihoodOptions laplace,

        @Option(help = "of t-distributed columns") StudentLikelihoodOptions studentT,

        @Option(help = "of negative binomial columns") NegativeBinomialLikelihoodOptions negativeBinomial) {
    public CompositeLikelihoodOptions {
        columns = List.copyOf(columns);
    }
}
