package dev.diabolo.plugins.vanilla.recurrent;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Encoder;
import dev.diabolo.spi.EncoderProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * Recurrent encoder: layers of LSTM or GRU over a sequence.
 *
 * <p><b>Shapes:</b> {@code [batch, features, time] -> [batch, units]}, twice as many units where bidirectional. A vector is a
 * sequence of one feature, an image a sequence of its rows.
 *
 * <p><b>Errors:</b> data of a single step, or of more than three dimensions, are refused.
 *
 * <p><b>Source:</b> see the package; bidirectional layers by Schuster and Paliwal 1997. Weights are Glorot's, each gate's of its own,
 * where Keras' recurrent ones are orthogonal; the forget gate's bias is zero at first.
 */
public final class RecurrentEncoderProvider implements EncoderProvider<RecurrentEncoderOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vanilla", "recurrent");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<RecurrentEncoderOptions> optionsType() {
        return RecurrentEncoderOptions.class;
    }

    @Override
    public String summary() {
        return "LSTM or GRU over a sequence, to its last state or a mean by attention";
    }

    @Override
    public Encoder create(RecurrentEncoderOptions options) {
        return new RecurrentEncoder(options);
    }
}
