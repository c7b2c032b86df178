package dev.diabolo.exchange.dl4j;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Encoder;
import dev.diabolo.spi.EncoderProvider;
import dev.diabolo.spi.SpiVersion;
import java.nio.file.Path;

/**
 * A network of Deeplearning4j as an encoder.
 *
 * <p><b>Shapes:</b> what the network's first layer takes, to what its last one gives: {@code [batch, anything] -> [batch, outputs]} where
 * both are fully connected; data of a higher rank are then flattened. Convolutions take images {@code [batch, channels, rows,
 * columns]}, and memories sequences {@code [batch, features, time]}. The network
 * sees data as every encoder does, scaled into [0, 1] where they do not lie there already, and then multiplied with {@code
 * input-factor} and moved by {@code input-shift}, for networks that were trained on data in their own units.
 *
 * <p><b>Errors:</b> (USER) where the file cannot be read, has layers that are not known here, or takes other data.
 */
public final class Dl4jEncoderProvider implements EncoderProvider<Dl4jEncoderOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("dl4j", "encoder");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<Dl4jEncoderOptions> optionsType() {
        return Dl4jEncoderOptions.class;
    }

    @Override
    public String summary() {
        return "a network from a model file of Deeplearning4j, frozen or trained on";
    }

    @Override
    public Encoder create(Dl4jEncoderOptions options) {
        return new Dl4jEncoder(options);
    }

    /** The file's layers go into the options; its weights become parameters of the model. */
    @Override
    public Dl4jEncoderOptions selfContained(Dl4jEncoderOptions options) {
        if (options.file().isEmpty()) {
            return options;
        }
        Dl4jFile file = Dl4jFile.read(Path.of(options.file()));
        return new Dl4jEncoderOptions(
                options.file(),
                options.fineTune(),
                options.inputFactor(),
                options.inputShift(),
                file.layers().stream().map(NetworkLayer::toString).toList());
    }
}
