package dev.diabolo.plugins.vanilla.stacked;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Decoder;
import dev.diabolo.spi.DecoderProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * Fully connected layers that can be trained one at a time, the mirror of a stacked encoder.
 *
 * <p><b>Shapes:</b> {@code [batch, code...] -> [batch, output...]}; the last layer is linear.
 *
 * <p><b>Source:</b> Bengio et al. 2006, which uses the logistic function; defaults as in Keras' examples: ReLU and Glorot's
 * uniform weights.
 */
public final class StackedDecoderProvider implements DecoderProvider<StackedDecoderOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vanilla", "stacked");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<StackedDecoderOptions> optionsType() {
        return StackedDecoderOptions.class;
    }

    @Override
    public String summary() {
        return "fully connected layers that can be trained one at a time, from the code to the data";
    }

    @Override
    public Decoder create(StackedDecoderOptions options) {
        return new StackedDecoder(options);
    }
}
