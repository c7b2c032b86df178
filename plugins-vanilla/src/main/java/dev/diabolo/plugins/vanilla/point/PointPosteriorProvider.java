package dev.diabolo.plugins.vanilla.point;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.PosteriorProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * The code as a point: a fully connected layer over the features.
 *
 * <p><b>Shapes:</b> {@code [batch, features...] -> [batch, size]}.
 */
public final class PointPosteriorProvider implements PosteriorProvider<PointPosteriorOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vanilla", "point");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<PointPosteriorOptions> optionsType() {
        return PointPosteriorOptions.class;
    }

    @Override
    public String summary() {
        return "one point for each example, by a fully connected layer";
    }

    @Override
    public Posterior create(PointPosteriorOptions options) {
        return new PointPosterior(options);
    }
}
