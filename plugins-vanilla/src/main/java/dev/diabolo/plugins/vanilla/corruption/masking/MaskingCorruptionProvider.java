package dev.diabolo.plugins.vanilla.corruption.masking;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.CorruptionProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * A share of the values, chosen anew for each example and step, becomes 0.
 *
 * <p><b>Shapes:</b> any; kept. Each value is chosen on its own: those of a pixel's channels too.
 *
 * <p><b>Formula:</b> {@code x [u >= share]}, with u uniform on [0, 1).
 *
 * <p><b>Source:</b> Vincent et al. 2010, section 3.3; there, exactly that share of each example is masked, here each value
 * with that probability.
 */
public final class MaskingCorruptionProvider implements CorruptionProvider<MaskingCorruptionOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vanilla", "masking");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<MaskingCorruptionOptions> optionsType() {
        return MaskingCorruptionOptions.class;
    }

    @Override
    public String summary() {
        return "a share of the values, chosen at random, becomes 0";
    }

    @Override
    public Corruption create(MaskingCorruptionOptions options) {
        return new MaskingCorruption(options);
    }
}
