package dev.diabolo.plugins.vanilla.corruption.saltpepper;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.CorruptionProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * A share of the values, chosen anew for each example and step, becomes 0 or 1, each as likely as the other.
 *
 * <p><b>Shapes:</b> any; kept.
 *
 * <p><b>Formula:</b> with u uniform on [0, 1): 0 where {@code u < share / 2}, 1 where {@code u >= 1 - share / 2}, else x.
 *
 * <p><b>Source:</b> Vincent et al. 2010, section 3.3.
 */
public final class SaltPepperCorruptionProvider implements CorruptionProvider<SaltPepperCorruptionOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vanilla", "salt-and-pepper");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<SaltPepperCorruptionOptions> optionsType() {
        return SaltPepperCorruptionOptions.class;
    }

    @Override
    public String summary() {
        return "a share of the values, chosen at random, becomes 0 or 1";
    }

    @Override
    public Corruption create(SaltPepperCorruptionOptions options) {
        return new SaltPepperCorruption(options);
    }
}
