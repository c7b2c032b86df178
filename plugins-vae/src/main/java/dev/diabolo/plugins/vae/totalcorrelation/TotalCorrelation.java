package dev.diabolo.plugins.vae.totalcorrelation;

import dev.diabolo.plugins.vae.loss.Divergence;
import dev.diabolo.plugins.vae.loss.Sampled;
import dev.diabolo.plugins.vae.loss.VariationalTerms;
import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.training.Schedule;
import dev.diabolo.spi.training.TermSpec;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link TotalCorrelationProvider}. */
record TotalCorrelation(TotalCorrelationOptions options) implements Loss {
    private static final String INFORMATION = "index-code-information";
    private static final String CORRELATION = "total-correlation";
    private static final String DIMENSIONS = "dimension-kl";

    @Override
    public List<TermSpec> terms() {
        return List.of(
                VariationalTerms.reconstruction(),
                VariationalTerms.divergence(Schedule.constant(0)),
                new TermSpec(
                        INFORMATION,
                        "nats",
                        "information that a code has about which example it is of, estimated",
                        Schedule.constant(options.alpha())),
                new TermSpec(
                        CORRELATION,
                        "nats",
                        "how far the dimensions are from independent, estimated",
                        Schedule.constant(options.beta())),
                new TermSpec(
                        DIMENSIONS,
                        "nats",
                        "divergence of each dimension, over all data, from the prior, estimated",
                        Schedule.constant(options.gamma())));
    }

    @Override
    public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
        scope.coupleBatch("density of codes under the posterior of all examples");
        Sampled sampled = Sampled.of(scope, pass, 1);
        Latent.Gaussian latent = Divergence.gaussian(sampled.latent());
        AggregatePosterior aggregate = AggregatePosterior.of(scope, latent);
        SDVariable prior = Divergence.prior(pass).logDensity(latent.sample());
        return Map.of(
                VariationalTerms.RECONSTRUCTION,
                sampled.negativeLogLikelihood(),
                VariationalTerms.DIVERGENCE,
                Divergence.of(pass),
                INFORMATION,
                latent.requireLogDensityOfSample().sub(aggregate.whole()),
                CORRELATION,
                aggregate.whole().sub(aggregate.dimensions()),
                DIMENSIONS,
                aggregate.dimensions().sub(prior));
    }
}
