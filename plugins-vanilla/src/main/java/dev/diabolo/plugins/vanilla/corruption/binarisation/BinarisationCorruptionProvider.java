package dev.diabolo.plugins.vanilla.corruption.binarisation;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.CorruptionProvider;
import dev.diabolo.spi.SpiVersion;
import dev.diabolo.spi.option.NoOptions;

/**
 * Each value becomes 1 with the probability that it is, else 0, anew for each example and step; in an evaluation always the same. What is
 * drawn are the data, which the loss compares with.
 *
 * <p><b>Shapes:</b> any; kept.
 *
 * <p><b>Formula:</b> 1 where {@code u < x}, else 0, with u uniform on [0, 1). No gradient flows through it.
 *
 * <p><b>Source:</b> Burda et al. 2016, section 5, after Salakhutdinov and Murray 2008.
 */
public final class BinarisationCorruptionProvider implements CorruptionProvider<NoOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vanilla", "binarisation");
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
        return "each value is the probability of a 1, drawn anew in each step; the model learns what is drawn";
    }

    @Override
    public Corruption create(NoOptions options) {
        return new BinarisationCorruption();
    }
}
