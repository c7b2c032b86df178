package dev.diabolo.plugins.vae.info;

import dev.diabolo.plugins.vae.discrepancy.MeanDiscrepancy;
import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.SpiVersion;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;

/**
 * A variational objective with a weight of its own for the information that codes have about the data.
 *
 * <p><b>Shapes:</b> one value for each example and term, {@code [batch]}; the discrepancy is the same for all of a batch, which it couples.
 *
 * <p><b>Formula:</b> {@code -log p(x | z) + (1 - alpha) KL(q(z | x) || p(z)) + (alpha + lambda - 1) MMD^2(q(z), p(z))}, the first two in
 * nats, the last estimated as {@link dev.diabolo.plugins.vae.discrepancy.MeanDiscrepancy} says from the codes of a batch and as many of
 * the prior. With alpha = 1 it is the MMD-VAE's objective, with alpha = 0 and lambda = 1 the evidence lower bound.
 *
 * <p><b>Errors:</b> refused (USER) where {@code alpha + lambda} is below 1, and without a prior.
 *
 * <p><b>Source:</b> Zhao, Song and Ermon 2019, equation 6. Default weights are ours.
 */
public final class InformationProvider implements LossProvider<InformationOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "info");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<InformationOptions> optionsType() {
        return InformationOptions.class;
    }

    @Override
    public String summary() {
        return "reconstruction, a share of the divergence, and the discrepancy of all codes from the prior";
    }

    @Override
    public Loss create(InformationOptions options) {
        if (options.alpha() + options.lambda() < 1) {
            throw DiaboloException.user(
                    "loss.negative-weight",
                    Problem.of("the weight of the discrepancy, alpha + lambda - 1, is "
                                    + (options.alpha() + options.lambda() - 1))
                            .at("loss.lambda")
                            .allowed("at least 1 - loss.alpha")
                            .remedy("set loss.lambda=" + (1 - options.alpha()) + " or more"));
        }
        return new Information(options, new MeanDiscrepancy(options.kernel()));
    }
}
