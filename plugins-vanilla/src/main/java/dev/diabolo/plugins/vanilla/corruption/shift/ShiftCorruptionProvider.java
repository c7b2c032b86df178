package dev.diabolo.plugins.vanilla.corruption.shift;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.CorruptionProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * The image is shifted by a whole number of pixels along each axis, drawn anew for each example and step.
 *
 * <p><b>Shapes:</b> images {@code [batch, channels, height, width]}, larger than the distance along both axes; kept.
 *
 * <p>An autoencoder that is to see more examples than there are should reconstruct a shifted image as it is shifted, for where
 * it lies is part of what the code must say; so this is an augmentation unless {@code target} says otherwise.
 *
 * <p><b>Errors:</b> data that are no images, or not larger than the distance, are refused.
 *
 * <p><b>Source:</b> Krizhevsky et al. 2012, section 4.1.
 */
public final class ShiftCorruptionProvider implements CorruptionProvider<ShiftCorruptionOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vanilla", "shift");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<ShiftCorruptionOptions> optionsType() {
        return ShiftCorruptionOptions.class;
    }

    @Override
    public String summary() {
        return "the image is shifted at random: augmentation, or a shift to be undone";
    }

    @Override
    public Corruption create(ShiftCorruptionOptions options) {
        return new ShiftCorruption(options);
    }
}
