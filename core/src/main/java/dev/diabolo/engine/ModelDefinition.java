package dev.diabolo.engine;

import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.Decoder;
import dev.diabolo.spi.Encoder;
import dev.diabolo.spi.LayeredDecoder;
import dev.diabolo.spi.LayeredEncoder;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.Trainer;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Objects;
import java.util.Optional;

/**
 * The components of one model and the shape of its data.
 *
 * @param data the shape of one example
 * @param corruption what the encoder's input is spoilt with; empty where it is given the data
 */
public record ModelDefinition(
        TensorSpec data,
        Encoder encoder,
        Posterior posterior,
        Decoder decoder,
        Likelihood likelihood,
        Loss loss,
        Trainer trainer,
        Optional<Corruption> corruption) {
    public ModelDefinition {
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(encoder, "encoder");
        Objects.requireNonNull(posterior, "posterior");
        Objects.requireNonNull(decoder, "decoder");
        Objects.requireNonNull(likelihood, "likelihood");
        Objects.requireNonNull(loss, "loss");
        Objects.requireNonNull(trainer, "trainer");
        Objects.requireNonNull(corruption, "corruption");
    }

    /** Without a corruption. */
    public ModelDefinition(
            TensorSpec data,
            Encoder encoder,
            Posterior posterior,
            Decoder decoder,
            Likelihood likelihood,
            Loss loss,
            Trainer trainer) {
        this(data, encoder, posterior, decoder, likelihood, loss, trainer, Optional.empty());
    }

    /** The same model with a corruption. */
    public ModelDefinition with(Corruption other) {
        return new ModelDefinition(data, encoder, posterior, decoder, likelihood, loss, trainer, Optional.of(other));
    }

    /** How many layers can be trained one at a time, the code's included; 0 where the networks are not in layers. */
    public int layers() {
        return encoder instanceof LayeredEncoder stack
                        && decoder instanceof LayeredDecoder mirror
                        && mirror.layers() == stack.layers() + 1
                ? mirror.layers()
                : 0;
    }

    /** Refuses data that the corruption cannot spoil. */
    public void requireCorruptible() {
        corruption.ifPresent(present -> PluginCall.run("corruption", present, () -> present.requireSupported(data)));
    }

    /** The shape of one code. */
    public TensorSpec code() {
        TensorSpec features = PluginCall.of("encoder", encoder, () -> encoder.features(data));
        return PluginCall.of("posterior", posterior, () -> posterior.code(features));
    }
}
