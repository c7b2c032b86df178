package dev.diabolo.plugins.vanilla.attention;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Encoder;
import dev.diabolo.spi.EncoderProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * Transformer encoder over the patches of images or the steps of sequences.
 *
 * <p><b>Shapes:</b> {@code [batch, channels, rows, columns]} or {@code [batch, features, time] -> [batch, tokens width]}, or
 * {@code [batch, width]} with the mean of the tokens. A vector is a sequence of one feature.
 *
 * <p><b>Formula:</b> {@code x_t E + b + p_t} for token t, with positions p learned, then the blocks of {@link Transformer}.
 *
 * <p><b>Errors:</b> images whose sizes are no multiples of {@code patch}, sequences whose length is none of {@code steps}, and
 * data of more than three dimensions are refused.
 *
 * <p><b>Source:</b> Dosovitskiy et al. 2021, equation 1, without the class token, and smaller.
 */
public final class AttentionEncoderProvider implements EncoderProvider<AttentionEncoderOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vanilla", "attention");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<AttentionEncoderOptions> optionsType() {
        return AttentionEncoderOptions.class;
    }

    @Override
    public String summary() {
        return "a transformer over patches of images or steps of sequences";
    }

    @Override
    public Encoder create(AttentionEncoderOptions options) {
        return new AttentionEncoder(options);
    }
}
