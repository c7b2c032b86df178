package dev.diabolo.engine;

import dev.diabolo.spi.Decoder;
import dev.diabolo.spi.Encoder;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.Trainer;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Objects;

/**
 * The components of one model and the shape of its data.
 *
 * @param data the shape of one example
 */
public record ModelDefinition(
        TensorSpec data,
        Encoder encoder,
        Posterior posterior,
        Decoder decoder,
        Likelihood likelihood,
        Loss loss,
        Trainer trainer) {
    public ModelDefinition {
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(encoder, "encoder");
        Objects.requireNonNull(posterior, "posterior");
        Objects.requireNonNull(decoder, "decoder");
        Objects.requireNonNull(likelihood, "likelihood");
        Objects.requireNonNull(loss, "loss");
        Objects.requireNonNull(trainer, "trainer");
    }

    /** The shape of one code. */
    public TensorSpec code() {
        TensorSpec features = PluginCall.of("encoder", encoder, () -> encoder.features(data));
        return PluginCall.of("posterior", posterior, () -> posterior.code(features));
    }
}
