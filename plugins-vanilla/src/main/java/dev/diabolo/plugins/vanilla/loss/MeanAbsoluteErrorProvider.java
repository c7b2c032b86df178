package dev.diabolo.plugins.vanilla.loss;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.SpiVersion;
import dev.diabolo.spi.option.NoOptions;

/**
 * Mean absolute error: less moved by outliers than squares are.
 *
 * <p><b>Shapes:</b> one value for each example, {@code [batch]}.
 *
 * <p><b>Units:</b> those of the data.
 *
 * <p><b>Formula:</b> {@code mean over features of |x - x_hat|}.
 */
public final class MeanAbsoluteErrorProvider implements LossProvider<NoOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vanilla", "mae");
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
        return "mean absolute error over the values of an example";
    }

    @Override
    public Loss create(NoOptions options) {
        return new MeanAbsoluteError();
    }
}
