package dev.diabolo.plugins.vanilla.convolutional;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Decoder;
import dev.diabolo.spi.DecoderProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * Convolutional decoder of sequences.
 *
 * <p><b>Shapes:</b> {@code [batch, code...]} to {@code [batch, features, time]}, or other shapes of sequences. A fully connected layer makes of the code what an encoder with
 * the same strides makes of the output; a code that has its places is convolved with windows of one place instead. Then each
 * stage makes its maps larger, to exactly the size that such an encoder began with.
 *
 * <p><b>Formula:</b> each stage is a normalisation, activation, dropout and a transposed convolution (or repetition and a
 * convolution); the last result is linear.
 *
 * <p><b>Source:</b> Masci et al. 2011; Odena et al. 2016 for {@code resize}.
 */
public final class LineDecoderProvider implements DecoderProvider<ConvolutionalDecoderOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vanilla", "convolutional-1d");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<ConvolutionalDecoderOptions> optionsType() {
        return ConvolutionalDecoderOptions.class;
    }

    @Override
    public String summary() {
        return "transposed convolutions, or repetitions and convolutions, to sequences";
    }

    @Override
    public Decoder create(ConvolutionalDecoderOptions options) {
        return new ConvolutionalDecoder(Layout.SEQUENCE, options);
    }
}
