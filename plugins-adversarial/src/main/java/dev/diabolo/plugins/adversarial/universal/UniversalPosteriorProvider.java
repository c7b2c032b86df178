package dev.diabolo.plugins.adversarial.universal;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.PosteriorProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * A posterior that can have any shape: features and normal noise go through a hidden layer together. It has no density, and so is for
 * losses that only draw from it.
 *
 * <p><b>Shapes:</b> features of any shape; codes {@code [size]}. The mode is the code of noise that is zero.
 *
 * <p><b>Source:</b> Makhzani et al. 2015, section 2.
 */
public final class UniversalPosteriorProvider implements PosteriorProvider<UniversalPosteriorOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("adversarial", "universal");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<UniversalPosteriorOptions> optionsType() {
        return UniversalPosteriorOptions.class;
    }

    @Override
    public String summary() {
        return "a network of features and noise: a posterior of any shape, without a density";
    }

    @Override
    public Posterior create(UniversalPosteriorOptions options) {
        return new UniversalPosterior(options);
    }
}
