package dev.diabolo.plugins.adversarial.prior.swissroll;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.PriorProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * Codes along a spiral from the origin, with normal noise.
 *
 * <p><b>Shapes:</b> codes of two numbers.
 *
 * <p><b>Formula:</b> {@code z = radius s (cos 2 pi turns s, sin 2 pi turns s) + deviation n}, with {@code s = sqrt(u)}, u uniform in [0, 1) and n
 * normal: about as many codes for each length of the spiral. The density is the integral over s, by as many points as lie half a deviation
 * apart at most.
 *
 * <p><b>Source:</b> Makhzani et al. 2015, figure 3. Its measures are not told; these are ours.
 */
public final class SwissRollPriorProvider implements PriorProvider<SwissRollPriorOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("adversarial", "swiss-roll");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<SwissRollPriorOptions> optionsType() {
        return SwissRollPriorOptions.class;
    }

    @Override
    public String summary() {
        return "a spiral with some thickness";
    }

    @Override
    public Prior create(SwissRollPriorOptions options) {
        return new SwissRollPrior(options);
    }
}
