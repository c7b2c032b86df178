package dev.diabolo.plugins.vanilla.recurrent;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Decoder;
import dev.diabolo.spi.DecoderProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * Recurrent decoder: the code at every step, layers of LSTM or GRU, and one fully connected layer for all steps.
 *
 * <p><b>Shapes:</b> {@code [batch, code...] -> [batch, features, time]}; vectors and images likewise, as in
 * {@link RecurrentEncoderProvider}. The last layer is linear.
 *
 * <p><b>Errors:</b> an output of a single step, or of more than three dimensions, is refused.
 *
 * <p><b>Source:</b> see the package.
 */
public final class RecurrentDecoderProvider implements DecoderProvider<RecurrentDecoderOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vanilla", "recurrent");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<RecurrentDecoderOptions> optionsType() {
        return RecurrentDecoderOptions.class;
    }

    @Override
    public String summary() {
        return "the code at every step of an LSTM or GRU, and a linear layer over its states";
    }

    @Override
    public Decoder create(RecurrentDecoderOptions options) {
        return new RecurrentDecoder(options);
    }
}
