package dev.diabolo.plugins.vae.categorical;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.PosteriorProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * Independent choices among categories.
 *
 * <p><b>Shapes:</b> {@code [batch, features...] -> [batch, variables, categories]}, one-hot along the last dimension.
 *
 * <p><b>Formula:</b> logits are linear in the features; a sample is {@code softmax((logits + g) / temperature)} with {@code g = -log(-log u)}, u
 * uniform. Straight through, it is the one-hot vector of the largest value, with the gradient of the softmax. Outside of training samples
 * are one-hot.
 *
 * <p><b>Source:</b> Jang et al. 2017, equations 1 and 2, and section 2.2; there the temperature falls in training, here it stays.
 */
public final class CategoricalPosteriorProvider implements PosteriorProvider<CategoricalPosteriorOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "categorical");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<CategoricalPosteriorOptions> optionsType() {
        return CategoricalPosteriorOptions.class;
    }

    @Override
    public String summary() {
        return "choices among categories, relaxed in training by Gumbel-softmax";
    }

    @Override
    public Posterior create(CategoricalPosteriorOptions options) {
        return new CategoricalPosterior(options);
    }
}
