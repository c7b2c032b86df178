package dev.diabolo.plugins.vanilla.stacked;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Encoder;
import dev.diabolo.spi.EncoderProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * Fully connected layers that can be trained one at a time.
 *
 * <p><b>Shapes:</b> {@code [batch, anything] -> [batch, last hidden width]}; data of a higher rank are flattened.
 *
 * <p><b>Source:</b> Bengio et al. 2006, which uses the logistic function; defaults as in Keras' examples: ReLU and Glorot's
 * uniform weights.
 */
public final class StackedEncoderProvider implements EncoderProvider<StackedEncoderOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vanilla", "stacked");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<StackedEncoderOptions> optionsType() {
        return StackedEncoderOptions.class;
    }

    @Override
    public String summary() {
        return "fully connected layers that can be trained one at a time, from the data to the code";
    }

    @Override
    public Encoder create(StackedEncoderOptions options) {
        return new StackedEncoder(options);
    }
}
