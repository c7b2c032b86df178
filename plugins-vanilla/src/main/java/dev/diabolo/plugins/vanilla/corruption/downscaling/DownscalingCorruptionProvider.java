package dev.diabolo.plugins.vanilla.corruption.downscaling;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.CorruptionProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * The image loses resolution: square blocks of pixels are averaged, and the smaller image is interpolated to the size that it
 * had.
 *
 * <p><b>Shapes:</b> images {@code [batch, channels, height, width]}, both sides multiples of the factor; kept.
 *
 * <p><b>Formula:</b> along each axis {@code x' = U A x}: A averages blocks; U takes, for pixel i, the averages around
 * {@code (i + 0.5) / factor - 0.5}: the nearest, or two in proportion to their nearness.
 *
 * <p><b>Errors:</b> data that are no images, or whose sides are no multiples of the factor, are refused.
 *
 * <p><b>Source:</b> the task of Dong et al. 2014; they use bicubic interpolation.
 */
public final class DownscalingCorruptionProvider implements CorruptionProvider<DownscalingCorruptionOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vanilla", "downscaling");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<DownscalingCorruptionOptions> optionsType() {
        return DownscalingCorruptionOptions.class;
    }

    @Override
    public String summary() {
        return "the image loses resolution: blocks of pixels are averaged";
    }

    @Override
    public Corruption create(DownscalingCorruptionOptions options) {
        return new DownscalingCorruption(options);
    }
}
