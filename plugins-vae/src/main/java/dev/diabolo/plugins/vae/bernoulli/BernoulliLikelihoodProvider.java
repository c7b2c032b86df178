package dev.diabolo.plugins.vae.bernoulli;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.LikelihoodProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * Independent Bernoulli distributions, for data in [0, 1].
 *
 * <p><b>Shapes:</b> raw {@code [batch, data...] -> [batch, data...]}; the raw values are logits, told from the centre.
 *
 * <p><b>Formula:</b> the mean is the logistic function of {@code raw + c}; c is 0, or with {@code centre=data} the logit of each value's mean
 * over the training data, kept within 0.001 of 0 and 1. It does not change in training, the decoder's own bias does. The negative log-likelihood is the binary cross-entropy
 * summed over values, in nats.
 *
 * <p><b>Source:</b> Kingma and Welling 2014; the centre as in the program of Burda et al. 2016, which begins with it as the last bias.
 */
public final class BernoulliLikelihoodProvider implements LikelihoodProvider<BernoulliLikelihoodOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "bernoulli");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<BernoulliLikelihoodOptions> optionsType() {
        return BernoulliLikelihoodOptions.class;
    }

    @Override
    public String summary() {
        return "a probability for each value in [0, 1], from logits";
    }

    @Override
    public Likelihood create(BernoulliLikelihoodOptions options) {
        return new BernoulliLikelihood(options.centre());
    }
}
