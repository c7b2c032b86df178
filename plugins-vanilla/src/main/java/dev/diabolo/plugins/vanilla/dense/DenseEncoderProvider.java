package dev.diabolo.plugins.vanilla.dense;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Encoder;
import dev.diabolo.spi.EncoderProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * Fully connected encoder.
 *
 * <p><b>Shapes:</b> {@code [batch, anything] -> [batch, last hidden width]}; data of a higher rank are flattened.
 *
 * <p><b>Source:</b> Hinton and Salakhutdinov 2006. Defaults as in Keras' examples: ReLU and Glorot's uniform weights.
 */
public final class DenseEncoderProvider implements EncoderProvider<DenseEncoderOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vanilla", "dense");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<DenseEncoderOptions> optionsType() {
        return DenseEncoderOptions.class;
    }

    @Override
    public String summary() {
        return "fully connected layers, from the widest to the code";
    }

    @Override
    public Encoder create(DenseEncoderOptions options) {
        return new DenseEncoder(options);
    }
}
