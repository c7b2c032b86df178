package dev.diabolo.plugins.vae.likelihood.categorical;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.LikelihoodProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * Independent variables of several categories each, one of which is 1 and the others 0.
 *
 * <p><b>Shapes:</b> raw {@code [batch, data...] -> [batch, data...]}; the raw values are logits. Values next to each other, in row-major
 * order, belong to one variable.
 *
 * <p><b>Formula:</b> {@code -sum x log softmax(raw)}, in nats; the mean is the softmax.
 *
 * <p><b>Errors:</b> data whose size is no multiple of the categories are refused (USER).
 */
public final class CategoricalLikelihoodProvider implements LikelihoodProvider<CategoricalLikelihoodOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "categorical");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<CategoricalLikelihoodOptions> optionsType() {
        return CategoricalLikelihoodOptions.class;
    }

    @Override
    public String summary() {
        return "probabilities of the categories of each variable, from logits";
    }

    @Override
    public Likelihood create(CategoricalLikelihoodOptions options) {
        return new CategoricalLikelihood(options);
    }
}
