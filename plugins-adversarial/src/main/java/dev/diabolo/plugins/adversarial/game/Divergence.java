package dev.diabolo.plugins.adversarial.game;

import dev.diabolo.spi.CodeDistribution;
import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import org.nd4j.autodiff.samediff.SDVariable;

/** Posteriors beside the model's prior. */
public final class Divergence {
    private Divergence() {}

    /**
     * The divergence of the posterior from the prior of each example, in nats: in closed form where the prior has one, else {@code log
     * q(z | x) - log p(z)} of the sample.
     *
     * @throws DiaboloException (USER) where there is no prior, or the posterior has no density
     */
    public static SDVariable of(ForwardPass pass) {
        return prior(pass).divergenceOfEach(pass.latent());
    }

    /**
     * The model's prior.
     *
     * @throws DiaboloException (USER) where it has none
     */
    public static CodeDistribution prior(ForwardPass pass) {
        return pass.prior()
                .orElseThrow(() -> DiaboloException.user(
                        "loss.no-prior",
                        Problem.of("this loss draws codes from a prior, and this model has none")
                                .at("prior")
                                .remedy("set prior.type=vae.standard-normal, or choose another loss")));
    }
}
