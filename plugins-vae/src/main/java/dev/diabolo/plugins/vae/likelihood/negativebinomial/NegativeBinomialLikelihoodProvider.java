package dev.diabolo.plugins.vae.likelihood.negativebinomial;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.LikelihoodProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * Independent negative binomial distributions, for counts that vary more than a Poisson distribution's.
 *
 * <p><b>Shapes:</b> raw {@code [batch, data...]}, or {@code [batch, 2, data...]} with a dispersion for each value, to {@code [batch,
 * data...]}; the first raw values are logarithms of means, as {@link dev.diabolo.plugins.vae.likelihood.counts.Rate} says.
 *
 * <p><b>Formula:</b> with mean m and dispersion r {@code sum (r log(1 + m/r) + x log(1 + r/m) - log Gamma(x + r) + log Gamma(r) + log x!)},
 * in nats; the variance is {@code m + m^2 / r}. {@code log r = 10 tanh(a/10)} with a learned or raw. Data are taken in their own units, and not scaled.
 *
 * <p><b>Errors:</b> data below 0 are refused (USER).
 *
 * <p><b>Source:</b> Lopez et al. 2018 (scVI), without zero inflation.
 */
public final class NegativeBinomialLikelihoodProvider implements LikelihoodProvider<NegativeBinomialLikelihoodOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "negative-binomial");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<NegativeBinomialLikelihoodOptions> optionsType() {
        return NegativeBinomialLikelihoodOptions.class;
    }

    @Override
    public String summary() {
        return "a negative binomial distribution for each count, of learned dispersion";
    }

    @Override
    public Likelihood create(NegativeBinomialLikelihoodOptions options) {
        return new NegativeBinomialLikelihood(options);
    }
}
