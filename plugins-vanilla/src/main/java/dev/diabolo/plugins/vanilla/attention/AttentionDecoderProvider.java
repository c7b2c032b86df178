package dev.diabolo.plugins.vanilla.attention;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Decoder;
import dev.diabolo.spi.DecoderProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * Transformer decoder from a code to the patches of images or the steps of sequences.
 *
 * <p><b>Shapes:</b> {@code [batch, code...] -> [batch, output...]}; the last layer is linear, and the same for all tokens.
 *
 * <p><b>Formula:</b> all tokens are linear in the code, each with weights of its own, so that the bias of this layer is their learned
 * position; then the blocks of {@link Transformer}.
 *
 * <p><b>Errors:</b> as of {@link AttentionEncoderProvider}.
 *
 * <p><b>Source:</b> the blocks of Dosovitskiy et al. 2021; the way from the code to tokens is ours.
 */
public final class AttentionDecoderProvider implements DecoderProvider<AttentionDecoderOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vanilla", "attention");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<AttentionDecoderOptions> optionsType() {
        return AttentionDecoderOptions.class;
    }

    @Override
    public String summary() {
        return "tokens from the code, and a transformer from them to patches or steps";
    }

    @Override
    public Decoder create(AttentionDecoderOptions options) {
        return new AttentionDecoder(options);
    }
}
