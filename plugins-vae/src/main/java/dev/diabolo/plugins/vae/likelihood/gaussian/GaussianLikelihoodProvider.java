package dev.diabolo.plugins.vae.likelihood.gaussian;

import dev.diabolo.plugins.vae.likelihood.scale.LocationScaleLikelihood;
import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.LikelihoodProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * Independent normal distributions, for data of any values.
 *
 * <p><b>Shapes:</b> raw {@code [batch, data...]}, or {@code [batch, 2, data...]} with a scale for each value, to {@code [batch, data...]}.
 *
 * <p><b>Formula:</b> {@code sum (1/2 ((x - mean) / s)^2 + log s + 1/2 log 2 pi)}, in nats; s is the standard deviation: 1, or fixed, or learned
 * as {@link dev.diabolo.plugins.vae.likelihood.scale.LocationScaleLikelihood} says.
 *
 * <p><b>Source:</b> Kingma and Welling 2014, appendix C.2; one learned deviation for each feature: Rybkin et al. 2021 (sigma-VAE).
 */
public final class GaussianLikelihoodProvider implements LikelihoodProvider<GaussianLikelihoodOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "gaussian");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<GaussianLikelihoodOptions> optionsType() {
        return GaussianLikelihoodOptions.class;
    }

    @Override
    public String summary() {
        return "a normal distribution for each value, of fixed or learned deviation";
    }

    @Override
    public Likelihood create(GaussianLikelihoodOptions options) {
        return new LocationScaleLikelihood(
                "gaussian",
                options.activation(),
                options.scale(),
                (scope, standardised) -> standardised.mul(standardised).mul(0.5).add(0.5 * Math.log(2 * Math.PI)));
    }
}
