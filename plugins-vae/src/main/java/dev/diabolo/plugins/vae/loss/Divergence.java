package dev.diabolo.plugins.vae.loss;

import dev.diabolo.spi.CodeDistribution;
import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import org.nd4j.autodiff.samediff.SDVariable;

/** The divergence {@code KL(q(z | x) || p(z))} of each example's posterior from the prior, in nats. */
public final class Divergence {
    private Divergence() {}

    /**
     * Of each example: in closed form where the prior has one, else {@code log q(z | x) - log p(z)} of its sample. Shape
     * {@code [batch]}.
     */
    public static SDVariable of(ForwardPass pass) {
        return prior(pass).divergenceOfEach(pass.latent());
    }

    /**
     * Of each dimension of each example; shape {@code [batch, dimensions]}.
     *
     * @throws DiaboloException (USER) where it has no closed form
     */
    static SDVariable ofDimensions(ForwardPass pass) {
        return prior(pass)
                .divergence(pass.latent())
                .orElseThrow(() -> DiaboloException.user(
                        "loss.no-closed-divergence",
                        Problem.of(
                                        "free bits belong to dimensions, and the divergence of this posterior from this prior is"
                                                + " known of whole codes only")
                                .at("loss.free-bits")
                                .remedy("set loss.free-bits=0, or use posterior.type=vae.gaussian with"
                                        + " prior.type=vae.standard-normal")));
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
                        Problem.of("this loss compares codes with a prior, and the model has none")
                                .at("prior")
                                .remedy("set prior.type=vae.standard-normal, or choose another loss")));
    }

    /**
     * The posterior as a normal one.
     *
     * @throws DiaboloException (USER) where it is another
     */
    public static Latent.Gaussian gaussian(ForwardPass pass) {
        return gaussian(pass.latent());
    }

    /** As {@link #gaussian(ForwardPass)}, of another latent. */
    public static Latent.Gaussian gaussian(Latent latent) {
        if (latent instanceof Latent.Gaussian gaussian) {
            return gaussian;
        }
        throw DiaboloException.user(
                "loss.no-gaussian",
                Problem.of("this loss needs the mean and the variance of each dimension of the code")
                        .at("posterior")
                        .allowed("posterior.type=vae.gaussian")
                        .remedy("use that posterior, or choose another loss"));
    }
}
