package dev.diabolo.plugins.vanilla.corruption.gaussian;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.CorruptionProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * Normal noise, added to every value.
 *
 * <p><b>Shapes:</b> any; kept.
 *
 * <p><b>Formula:</b> {@code x + deviation e}, with e of a standard normal distribution; not clipped.
 *
 * <p><b>Source:</b> Vincent et al. 2010, section 3.3.
 */
public final class GaussianCorruptionProvider implements CorruptionProvider<GaussianCorruptionOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vanilla", "gaussian");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<GaussianCorruptionOptions> optionsType() {
        return GaussianCorruptionOptions.class;
    }

    @Override
    public String summary() {
        return "normal noise added to every value";
    }

    @Override
    public Corruption create(GaussianCorruptionOptions options) {
        return new GaussianCorruption(options);
    }
}
