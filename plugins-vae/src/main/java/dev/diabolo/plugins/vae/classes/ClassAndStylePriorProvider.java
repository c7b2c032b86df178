package dev.diabolo.plugins.vae.classes;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.PriorProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * Classes all alike, and a standard normal style.
 *
 * <p><b>Shapes:</b> codes {@code [classes + size]}: a class, one-hot, and a style.
 *
 * <p><b>Formula:</b> {@code log p(y, z) = -log K + log N(z; 0, I)} for K classes. The divergence of a class and normal styles given it is
 * {@code sum_y q(y) (log q(y) + log K + KL(q(z | y) || N(0, I)))}, in closed form.
 *
 * <p><b>Source:</b> Kingma et al. 2014, equation 2; Makhzani et al. 2015, section 5.
 */
public final class ClassAndStylePriorProvider implements PriorProvider<ClassAndStylePriorOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "class-and-style");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<ClassAndStylePriorOptions> optionsType() {
        return ClassAndStylePriorOptions.class;
    }

    @Override
    public String summary() {
        return "classes all alike and a standard normal style, for codes that begin with a class";
    }

    @Override
    public Prior create(ClassAndStylePriorOptions options) {
        return new ClassAndStylePrior(options.classes());
    }
}
