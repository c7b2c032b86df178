package dev.diabolo.plugins.adversarial.prior.circle;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.PriorProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * Equally many codes from each of k normal distributions around points of a circle. Component j lies at the angle {@code 2 pi j / k}; it has a
 * deviation along the radius and another across it.
 *
 * <p><b>Shapes:</b> codes of two numbers.
 *
 * <p><b>Formula:</b> {@code p(z) = 1/k sum_j N(z . r_j; radius, along^2) N(z . t_j; 0, across^2)}, with r_j the direction of component j and
 * t_j at a right angle to it.
 *
 * <p><b>Source:</b> Makhzani et al. 2015, figure 3: ten components. Radius and deviations are ours.
 */
public final class CirclePriorProvider implements PriorProvider<CirclePriorOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("adversarial", "circle");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<CirclePriorOptions> optionsType() {
        return CirclePriorOptions.class;
    }

    @Override
    public String summary() {
        return "normal distributions on a circle, one for each class";
    }

    @Override
    public Prior create(CirclePriorOptions options) {
        return new CirclePrior(options);
    }
}
