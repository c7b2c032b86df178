package dev.diabolo.plugins.vanilla.loss;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.SpiVersion;
import dev.diabolo.spi.option.NoOptions;

/**
 * Binary cross-entropy, from logits.
 *
 * <p><b>Shapes:</b> one value for each example, {@code [batch]}.
 *
 * <p><b>Units:</b> nats, summed over features.
 *
 * <p><b>Formula:</b> {@code sum over features of max(a, 0) - a x + log(1 + exp(-|a|))} with logits a.
 *
 * <p><b>Errors:</b> refused (USER) where the likelihood has no logits, or data lie outside [0, 1].
 */
public final class CrossEntropyProvider implements LossProvider<NoOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vanilla", "cross-entropy");
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
        return "binary cross-entropy of data in [0, 1], computed from logits";
    }

    @Override
    public Loss create(NoOptions options) {
        return new CrossEntropy();
    }
}
