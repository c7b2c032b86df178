package dev.diabolo.plugins.vae.capacity;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * A variational objective in which the divergence is held at a capacity that rises in the course of training.
 *
 * <p><b>Shapes:</b> one value for each example and term, {@code [batch]}; the distance is the same for all of a batch, which it couples.
 *
 * <p><b>Formula:</b> {@code -log p(x | z) + gamma |KL(q(z | x) || p(z)) - C(t)|}, in nats, KL in the mean of the batch (in an evaluation, of
 * each part of 256 examples); C rises from 0 to the capacity in a straight line. The divergence itself is reported, with weight 0.
 *
 * <p><b>Source:</b> Burgess et al. 2018, equation 8; gamma = 1000 and C = 25 nats are theirs for coloured sprites.
 */
public final class CapacityProvider implements LossProvider<CapacityOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "capacity");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<CapacityOptions> optionsType() {
        return CapacityOptions.class;
    }

    @Override
    public String summary() {
        return "reconstruction, and the distance of the divergence from a capacity that rises";
    }

    @Override
    public Loss create(CapacityOptions options) {
        return new Capacity(options);
    }
}
