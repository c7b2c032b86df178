package dev.diabolo.plugins.adversarial.alad;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * For anomaly detection: as {@code adversarial.bigan}, and two more discriminators see that decoding undoes encoding and the reverse.
 *
 * <p><b>Formula:</b> the sum of the cross-entropies of three discriminators: (x, e(x)) against (g(z), z); (x, x) against (x, g(e(x))); (z, z)
 * against (z, e(g(z))). {@code score = |f(x, x) - f(x, g(e(x)))|_1} with the last hidden layer f of the second. The first
 * alone sees its data and codes through {@code discriminator.noise}.
 *
 * <p><b>Source:</b> Zenati et al. 2018, equations 1 to 5.
 */
public final class LearnedAnomalyLossProvider implements LossProvider<LearnedAnomalyLossOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("adversarial", "alad");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<LearnedAnomalyLossOptions> optionsType() {
        return LearnedAnomalyLossOptions.class;
    }

    @Override
    public String summary() {
        return "bidirectional, with discriminators of data and of codes that were there and back";
    }

    @Override
    public Loss create(LearnedAnomalyLossOptions options) {
        return new LearnedAnomalyLoss(options);
    }
}
