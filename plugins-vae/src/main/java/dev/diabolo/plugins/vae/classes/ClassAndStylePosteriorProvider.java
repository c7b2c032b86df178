package dev.diabolo.plugins.vae.classes;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.PosteriorProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * A class, and a normal style given the class.
 *
 * <p><b>Shapes:</b> {@code [batch, features...] -> [batch, classes + size]}: one probability for each class, and the style.
 *
 * <p><b>Formula:</b> {@code q(y | x) = softmax(linear(f))} of the features f; {@code q(z | x, y)} is normal, mean and log-variance
 * linear in the last of the hidden layers, the first of which sees f and y. A sample in training has a relaxed class by Gumbel-softmax;
 * outside of training it is one-hot. The mode is the probabilities of classes, and the mean of the style given these.
 *
 * <p><b>Source:</b> Kingma et al. 2014, equation 4; there the two networks share nothing, here they share the encoder. The relaxed
 * class, which that source's loss does not need: Jang et al. 2017.
 */
public final class ClassAndStylePosteriorProvider implements PosteriorProvider<ClassAndStylePosteriorOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "class-and-style");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<ClassAndStylePosteriorOptions> optionsType() {
        return ClassAndStylePosteriorOptions.class;
    }

    @Override
    public String summary() {
        return "probabilities of classes, and a normal distribution of the style for each class";
    }

    @Override
    public Posterior create(ClassAndStylePosteriorOptions options) {
        return ClassAndStylePosterior.of(options);
    }
}
