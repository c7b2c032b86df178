package dev.diabolo.plugins.vanilla.features;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.PosteriorProvider;
import dev.diabolo.spi.SpiVersion;
import dev.diabolo.spi.option.NoOptions;

/**
 * The features as the code, with nothing in between. A convolutional encoder's code is then a grid that keeps its places, which
 * is what restoring images wants: no bottleneck forgets where things were.
 *
 * <p><b>Shapes:</b> {@code [batch, features...] -> [batch, features...]}.
 */
public final class FeaturesPosteriorProvider implements PosteriorProvider<NoOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vanilla", "features");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<NoOptions> optionsType() {
        return NoOptions.class;
    }

    @Override
    public String summary() {
        return "the features as they are, a grid as a grid";
    }

    @Override
    public Posterior create(NoOptions options) {
        return new FeaturesPosterior();
    }
}
