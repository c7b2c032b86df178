package dev.diabolo.plugins.adversarial.none;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Encoder;
import dev.diabolo.spi.EncoderProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * Stands in the place of the encoder in models that only generate. Its features are noise, whatever the data, and nobody is given them:
 * such a model refuses to encode and to reconstruct.
 *
 * <p><b>Shapes:</b> data of any shape; features {@code [size]}, which the posterior {@code vanilla.features} takes for codes.
 */
public final class NoEncoderProvider implements EncoderProvider<NoEncoderOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("adversarial", "none");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<NoEncoderOptions> optionsType() {
        return NoEncoderOptions.class;
    }

    @Override
    public String summary() {
        return "no encoder: for models that only generate";
    }

    @Override
    public Encoder create(NoEncoderOptions options) {
        return new NoEncoder(options);
    }
}
