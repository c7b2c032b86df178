package dev.diabolo.plugins.vae.loss;

import dev.diabolo.spi.CodeDistribution;
import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The divergence {@code KL(q(z | x) || p(z))} of each example's posterior from the prior, in nats: in closed form where the
 * prior has one, else {@code log q(z | x) - log p(z)} of the sample.
 */
final class Divergence {
    private Divergence() {}

    /** Shape {@code [batch]}. */
    static SDVariable of(ForwardPass pass) {
        CodeDistribution prior = prior(pass);
        Latent latent = pass.latent();
        return prior.divergence(latent)
                .map(dimensions -> dimensions.sum(1))
                .orElseGet(() -> logDensityOfSample(latent).sub(prior.logDensity(latent.sample())));
    }

    static CodeDistribution prior(ForwardPass pass) {
        return pass.prior()
                .orElseThrow(() -> DiaboloException.user(
                        "loss.no-prior",
                        Problem.of("the evidence lower bound needs a prior, and this model has none")
                                .at("prior")
                                .remedy("set prior.type=vae.standard-normal, or choose another loss")));
    }

    static SDVariable logDensityOfSample(Latent latent) {
        return latent.logDensityOfSample()
                .orElseThrow(() -> DiaboloException.user(
                        "loss.no-distribution",
                        Problem.of("the evidence lower bound needs a posterior that is a distribution with a density")
                                .at("posterior")
                                .remedy("set posterior.type=vae.gaussian, or choose another loss")));
    }
}
