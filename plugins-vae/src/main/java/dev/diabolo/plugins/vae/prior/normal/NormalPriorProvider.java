package dev.diabolo.plugins.vae.prior.normal;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.PriorProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * A normal distribution of mean 0, wider or narrower than the standard one.
 *
 * <p><b>Shapes:</b> codes of any shape.
 *
 * <p><b>Formula:</b> with the deviation s, {@code log p(z) = -1/2 sum ((z / s)^2 + log 2 pi) - d log s} for d dimensions.
 *
 * <p><b>Source:</b> Makhzani et al. 2015, appendix A, whose codes of 8 numbers have s = 5.
 */
public final class NormalPriorProvider implements PriorProvider<NormalPriorOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "normal");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<NormalPriorOptions> optionsType() {
        return NormalPriorOptions.class;
    }

    @Override
    public String summary() {
        return "independent normal dimensions of mean 0 and a deviation to choose";
    }

    @Override
    public Prior create(NormalPriorOptions options) {
        return new NormalPrior(options.deviation(), new StandardNormalPrior());
    }
}
