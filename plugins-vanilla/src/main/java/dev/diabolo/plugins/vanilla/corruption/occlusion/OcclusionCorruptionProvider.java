package dev.diabolo.plugins.vanilla.corruption.occlusion;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.CorruptionProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * A rectangle, at a place drawn anew for each example and step, is hidden in all channels.
 *
 * <p><b>Shapes:</b> images {@code [batch, channels, height, width]}; kept. Sides of the rectangle are rounded to pixels, to at
 * least one; all places within the image are equally likely.
 *
 * <p><b>Errors:</b> data that are no images are refused.
 *
 * <p><b>Source:</b> Pathak et al. 2016, section 3.2.
 */
public final class OcclusionCorruptionProvider implements CorruptionProvider<OcclusionCorruptionOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vanilla", "occlusion");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<OcclusionCorruptionOptions> optionsType() {
        return OcclusionCorruptionOptions.class;
    }

    @Override
    public String summary() {
        return "a rectangle of the image, at a random place, is hidden";
    }

    @Override
    public Corruption create(OcclusionCorruptionOptions options) {
        return new OcclusionCorruption(options);
    }
}
