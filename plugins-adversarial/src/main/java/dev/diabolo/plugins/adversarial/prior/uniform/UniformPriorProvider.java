package dev.diabolo.plugins.adversarial.prior.uniform;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.PriorProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * Codes in a box, each as likely as any other.
 *
 * <p><b>Shapes:</b> codes of any shape.
 *
 * <p><b>Formula:</b> {@code log p(z) = -D log(high - low)} inside. Outside the density is 0; its logarithm is given as {@value
 * UniformPrior#OUTSIDE} for each number that lies outside, since infinities have no gradient.
 */
public final class UniformPriorProvider implements PriorProvider<UniformPriorOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("adversarial", "uniform");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<UniformPriorOptions> optionsType() {
        return UniformPriorOptions.class;
    }

    @Override
    public String summary() {
        return "every number of a code uniform between two bounds";
    }

    @Override
    public Prior create(UniformPriorOptions options) {
        return new UniformPrior(options);
    }
}
