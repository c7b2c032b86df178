package dev.diabolo.plugins.adversarial.classes;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Decoder;
import dev.diabolo.spi.DecoderProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * Fully connected layers that see the style alone, moved to a place that each class has: as few numbers as the style has.
 *
 * <p><b>Shapes:</b> {@code [batch, classes + size] -> [batch, output...]}; any output.
 *
 * <p><b>Formula:</b> the layers are given {@code W y + z} for codes (y, z), of {@code size} numbers; row k of W is the head of cluster k, learnt
 * with the decoder.
 *
 * <p><b>Errors:</b> refused (USER) for codes that are no longer than there are classes.
 *
 * <p><b>Source:</b> Makhzani et al. 2015, section 7; there a further cost keeps heads apart, here they begin apart.
 */
public final class ClusterHeadDecoderProvider implements DecoderProvider<ClusterHeadDecoderOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("adversarial", "cluster-heads");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<ClusterHeadDecoderOptions> optionsType() {
        return ClusterHeadDecoderOptions.class;
    }

    @Override
    public String summary() {
        return "fully connected layers of a style that is moved to the place of its class";
    }

    @Override
    public Decoder create(ClusterHeadDecoderOptions options) {
        return new ClusterHeadDecoder(options);
    }
}
