package dev.diabolo.plugins.vae.likelihood.continuousbernoulli;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.LikelihoodProvider;
import dev.diabolo.spi.SpiVersion;
import dev.diabolo.spi.option.NoOptions;

/**
 * Independent continuous Bernoulli distributions: a density on [0, 1], where the Bernoulli likelihood is one for values that are 0 or 1.
 *
 * <p><b>Shapes:</b> raw {@code [batch, data...] -> [batch, data...]}; the raw values are natural parameters, the logits of the source's
 * lambda.
 *
 * <p><b>Formula:</b> {@code sum (log((exp(a) - 1) / a) - a x)}, in nats, which is the binary cross-entropy less the logarithm of {@code C =
 * 2 atanh(1 - 2 lambda) / (1 - 2 lambda)}; finite and exact near lambda = 1/2. The mean is {@code 1 / (1 - exp(-a)) - 1/a}, and not lambda.
 *
 * <p><b>Source:</b> Loaiza-Ganem and Cunningham 2019, equations 5 to 8.
 */
public final class ContinuousBernoulliLikelihoodProvider implements LikelihoodProvider<NoOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "continuous-bernoulli");
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
        return "a density on [0, 1] for each value, from logits";
    }

    @Override
    public Likelihood create(NoOptions options) {
        return new ContinuousBernoulliLikelihood();
    }
}
