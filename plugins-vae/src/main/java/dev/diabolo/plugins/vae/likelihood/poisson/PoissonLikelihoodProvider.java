package dev.diabolo.plugins.vae.likelihood.poisson;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.LikelihoodProvider;
import dev.diabolo.spi.SpiVersion;
import dev.diabolo.spi.option.NoOptions;

/**
 * Independent Poisson distributions, for counts.
 *
 * <p><b>Shapes:</b> raw {@code [batch, data...] -> [batch, data...]}; the raw values are logarithms of rates, as
 * {@link dev.diabolo.plugins.vae.likelihood.counts.Rate} says.
 *
 * <p><b>Formula:</b> {@code sum (rate - x log rate + log x!)}, in nats; the mean is the rate. Data are taken in their own units, and not scaled.
 *
 * <p><b>Errors:</b> data below 0 are refused (USER).
 */
public final class PoissonLikelihoodProvider implements LikelihoodProvider<NoOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "poisson");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<NoOptions> optionsType() {
        return NoOptions.class;
    }

    @Override
    public String summary() {
        return "a Poisson distribution for each count";
    }

    @Override
    public Likelihood create(NoOptions options) {
        return new PoissonLikelihood();
    }
}
