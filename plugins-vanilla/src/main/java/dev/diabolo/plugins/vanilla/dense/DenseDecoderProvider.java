package dev.diabolo.plugins.vanilla.dense;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Decoder;
import dev.diabolo.spi.DecoderProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * Fully connected decoder.
 *
 * <p><b>Shapes:</b> {@code [batch, code...] -> [batch, output...]}; the last layer is linear.
 *
 * <p><b>Formula:</b> {@code dropout(activation(normalise(x W + b)))} for each hidden layer, plus x where layers are residual. With
 * tied weights W is the transpose of the encoder's matrix between layers of the same widths.
 *
 * <p><b>Errors:</b> (USER) tied weights in a model whose encoder and posterior have no weights of mirrored shapes.
 *
 * <p><b>Source:</b> Hinton and Salakhutdinov 2006. Defaults as in Keras' examples: ReLU and Glorot's uniform weights.
 */
public final class DenseDecoderProvider implements DecoderProvider<DenseDecoderOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vanilla", "dense");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<DenseDecoderOptions> optionsType() {
        return DenseDecoderOptions.class;
    }

    @Override
    public String summary() {
        return "fully connected layers, from the code to the data";
    }

    @Override
    public Decoder create(DenseDecoderOptions options) {
        return new DenseDecoder(options);
    }
}
