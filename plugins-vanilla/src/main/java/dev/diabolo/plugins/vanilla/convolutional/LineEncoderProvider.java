package dev.diabolo.plugins.vanilla.convolutional;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Encoder;
import dev.diabolo.spi.EncoderProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * Convolutional encoder of sequences.
 *
 * <p><b>Shapes:</b> {@code [batch, features, time]} to {@code [batch, maps, steps]}; each stage divides the time by its stride,
 * rounding up. {@code [batch, time]} has one feature, and {@code [batch, 1, features, time]} is the same as without the 1. A window is never
 * larger than what it moves on.
 *
 * <p><b>Formula:</b> each stage is a convolution with zeros around its input, normalisation, activation and dropout.
 *
 * <p><b>Source:</b> Masci et al. 2011, with strides instead of max-pooling.
 */
public final class LineEncoderProvider implements EncoderProvider<ConvolutionalEncoderOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vanilla", "convolutional-1d");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<ConvolutionalEncoderOptions> optionsType() {
        return ConvolutionalEncoderOptions.class;
    }

    @Override
    public String summary() {
        return "convolutions of sequences along time, each stage with a stride";
    }

    @Override
    public Encoder create(ConvolutionalEncoderOptions options) {
        return new ConvolutionalEncoder(Layout.SEQUENCE, options);
    }
}
