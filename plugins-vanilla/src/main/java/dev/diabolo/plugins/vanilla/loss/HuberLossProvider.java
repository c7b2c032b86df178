package dev.diabolo.plugins.vanilla.loss;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * Huber's error: squared where it is small, absolute where it is large.
 *
 * <p><b>Shapes:</b> one value for each example, {@code [batch]}.
 *
 * <p><b>Units:</b> squared units of the data.
 *
 * <p><b>Formula:</b> {@code mean over features of e^2 / 2 where |e| <= delta, of delta (|e| - delta / 2) elsewhere}, with {@code e = x_hat
 * - x}.
 *
 * <p><b>Source:</b> Huber 1964, section 4. Keras and PyTorch have the same default, delta = 1, with which data in [0, 1] never
 * leave the squared part.
 */
public final class HuberLossProvider implements LossProvider<HuberLossOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vanilla", "huber");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<HuberLossOptions> optionsType() {
        return HuberLossOptions.class;
    }

    @Override
    public String summary() {
        return "Huber's error over the values of an example: squared where small, absolute where large";
    }

    @Override
    public Loss create(HuberLossOptions options) {
        return new HuberLoss(options);
    }
}
