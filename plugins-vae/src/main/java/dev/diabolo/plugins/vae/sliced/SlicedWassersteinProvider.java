package dev.diabolo.plugins.vae.sliced;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * The objective of a sliced-Wasserstein autoencoder: all codes together are to look like the prior, compared along random directions.
 *
 * <p><b>Shapes:</b> one value for each example and term, {@code [batch]}; the distance is the same for all of a batch, which it couples.
 *
 * <p><b>Formula:</b> {@code -log p(x | z) + weight SW^2(q(z), p(z))}, the first in nats, the last as {@link SlicedDistance} says from the
 * codes of a batch and as many of the prior. Codes may be points. Memory and time grow with the square of the batch.
 *
 * <p><b>Errors:</b> refused (USER) without a prior.
 *
 * <p><b>Source:</b> Kolouri, Pope, Martin and Rohde 2019, algorithm 1, with L = 50 directions; the weight is ours.
 */
public final class SlicedWassersteinProvider implements LossProvider<SlicedWassersteinOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "sliced-wasserstein");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<SlicedWassersteinOptions> optionsType() {
        return SlicedWassersteinOptions.class;
    }

    @Override
    public String summary() {
        return "reconstruction, and the sliced Wasserstein distance of all codes from the prior";
    }

    @Override
    public Loss create(SlicedWassersteinOptions options) {
        return new SlicedWasserstein(options);
    }
}
