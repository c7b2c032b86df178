package dev.diabolo.plugins.vanilla.convolutional;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Encoder;
import dev.diabolo.spi.EncoderProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * Convolutional encoder of images.
 *
 * <p><b>Shapes:</b> {@code [batch, channels, height, width]} or {@code [batch, height, width]} to {@code [batch, maps, rows,
 * columns]}; each stage divides height and width by its stride, rounding up. A window is never
 * larger than what it moves on.
 *
 * <p><b>Formula:</b> each stage is a convolution with zeros around its input, normalisation, activation and dropout.
 *
 * <p><b>Source:</b> Masci et al. 2011, with strides instead of max-pooling.
 */
public final class ConvolutionalEncoderProvider implements EncoderProvider<ConvolutionalEncoderOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vanilla", "convolutional");
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
        return "convolutions of images, each stage with a stride";
    }

    @Override
    public Encoder create(ConvolutionalEncoderOptions options) {
        return new ConvolutionalEncoder(Layout.IMAGE, options);
    }
}
