package dev.diabolo.plugins.vae.ladder;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Decoder;
import dev.diabolo.spi.DecoderProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * Fully connected decoder of the lowest layer of a code; the data depend on the others through it alone.
 *
 * <p><b>Shapes:</b> {@code [batch, code...] -> [batch, output...]}; the last layer is linear.
 *
 * <p><b>Formula:</b> {@code activation(x W + b)} for each hidden layer, x the first {@code size} numbers of the code.
 *
 * <p><b>Errors:</b> refused (USER) where the code has fewer numbers.
 *
 * <p><b>Source:</b> Sonderby et al. 2016, equation 2.
 */
public final class LadderDecoderProvider implements DecoderProvider<LadderDecoderOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "ladder");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<LadderDecoderOptions> optionsType() {
        return LadderDecoderOptions.class;
    }

    @Override
    public String summary() {
        return "fully connected layers, from the lowest layer of a code to the data";
    }

    @Override
    public Decoder create(LadderDecoderOptions options) {
        return new LadderDecoder(options);
    }
}
