package dev.diabolo.plugins.vae.bernoulli;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.LikelihoodProvider;
import dev.diabolo.spi.SpiVersion;
import dev.diabolo.spi.option.NoOptions;

/**
 * Independent Bernoulli distributions, for data in [0, 1].
 *
 * <p><b>Shapes:</b> raw {@code [batch, data...] -> [batch, data...]}; the raw values are logits.
 *
 * <p><b>Formula:</b> the mean is the logistic function of the logits; the negative log-likelihood is the binary cross-entropy
 * summed over values, in nats.
 *
 * <p><b>Source:</b> Kingma and Welling 2014.
 */
public final class BernoulliLikelihoodProvider implements LikelihoodProvider<NoOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "bernoulli");
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
        return "a probability for each value in [0, 1], from logits";
    }

    @Override
    public Likelihood create(NoOptions options) {
        return new BernoulliLikelihood();
    }
}
