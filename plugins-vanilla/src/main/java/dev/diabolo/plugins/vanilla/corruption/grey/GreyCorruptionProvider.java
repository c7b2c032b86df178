package dev.diabolo.plugins.vanilla.corruption.grey;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.CorruptionProvider;
import dev.diabolo.spi.SpiVersion;
import dev.diabolo.spi.option.NoOptions;

/**
 * Colours are lost: every channel becomes the luminance.
 *
 * <p><b>Shapes:</b> images {@code [batch, 3, height, width]}, red, green and blue; kept.
 *
 * <p><b>Formula:</b> {@code 0.299 R + 0.587 G + 0.114 B}, in each channel. Takes values as they are stored, gamma and all, as
 * the recommendation does.
 *
 * <p><b>Errors:</b> data without exactly three channels are refused.
 *
 * <p><b>Source:</b> Recommendation ITU-R BT.601-7, section 2.5.1.
 */
public final class GreyCorruptionProvider implements CorruptionProvider<NoOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vanilla", "grey");
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
        return "colours are lost: each channel becomes the luminance";
    }

    @Override
    public Corruption create(NoOptions options) {
        return new GreyCorruption();
    }
}
