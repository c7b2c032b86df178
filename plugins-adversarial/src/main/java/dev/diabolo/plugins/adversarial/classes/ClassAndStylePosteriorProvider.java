package dev.diabolo.plugins.adversarial.classes;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.PosteriorProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * Probabilities of classes, and a style beside them, without any noise.
 *
 * <p><b>Shapes:</b> {@code [batch, features...] -> [batch, classes + size]}: one probability for each class, and the style.
 *
 * <p><b>Formula:</b> {@code y = softmax(n(linear(f)))} and {@code z = linear(f)} of the features f, with n the normalisation; the style is
 * the same whatever the class.
 *
 * <p>Probabilities of 0 and 1 have no gradient. Where nothing tells examples apart at first, all fall into one class together and stay there;
 * over a batch normalised, each class is above its mean for some.
 *
 * <p><b>Source:</b> Makhzani et al. 2015, section 5, with the universal approximator of section 2.1 made deterministic, as there.
 */
public final class ClassAndStylePosteriorProvider implements PosteriorProvider<ClassAndStylePosteriorOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("adversarial", "class-and-style");
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
        return "probabilities of classes and a style, whose distributions a discriminator shapes";
    }

    @Override
    public Posterior create(ClassAndStylePosteriorOptions options) {
        return new ClassAndStylePosterior(options);
    }
}
