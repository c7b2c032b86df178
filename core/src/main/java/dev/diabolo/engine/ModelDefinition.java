package dev.diabolo.engine;

import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.Decoder;
import dev.diabolo.spi.Encoder;
import dev.diabolo.spi.LayeredDecoder;
import dev.diabolo.spi.LayeredEncoder;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.Trainer;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Objects;
import java.util.Optional;

/**
 * The components of one model and the shape of its data.
 *
 * @param data the shape of one example
 * @param prior the distribution that codes are meant to have; empty where the loss needs none
 * @param corruption what the encoder's input is spoilt with; empty where it is given the data
 * @param tail what rows have behind the data: labels, and what the model is conditioned on
 */
public record ModelDefinition(
        TensorSpec data,
        Encoder encoder,
        Posterior posterior,
        Decoder decoder,
        Likelihood likelihood,
        Loss loss,
        Trainer trainer,
        Optional<Corruption> corruption,
        Optional<Prior> prior,
        RowTail tail) {
    public ModelDefinition {
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(encoder, "encoder");
        Objects.requireNonNull(posterior, "posterior");
        Objects.requireNonNull(decoder, "decoder");
        Objects.requireNonNull(likelihood, "likelihood");
        Objects.requireNonNull(loss, "loss");
        Objects.requireNonNull(trainer, "trainer");
        Objects.requireNonNull(corruption, "corruption");
        Objects.requireNonNull(prior, "prior");
        Objects.requireNonNull(tail, "tail");
    }

    /** Without a corruption, a prior, labels or conditions. */
    public ModelDefinition(
            TensorSpec data,
            Encoder encoder,
            Posterior posterior,
            Decoder decoder,
            Likelihood likelihood,
            Loss loss,
            Trainer trainer) {
        this(
                data,
                encoder,
                posterior,
                decoder,
                likelihood,
                loss,
                trainer,
                Optional.empty(),
                Optional.empty(),
                RowTail.NONE);
    }

    /** The same model with a corruption. */
    public ModelDefinition with(Corruption other) {
        return new ModelDefinition(
                data, encoder, posterior, decoder, likelihood, loss, trainer, Optional.of(other), prior, tail);
    }

    /** The same model with a prior. */
    public ModelDefinition with(Prior other) {
        return new ModelDefinition(
                data, encoder, posterior, decoder, likelihood, loss, trainer, corruption, Optional.of(other), tail);
    }

    /** The same model of examples with labels, or conditions. */
    public ModelDefinition with(RowTail other) {
        return new ModelDefinition(
                data, encoder, posterior, decoder, likelihood, loss, trainer, corruption, prior, other);
    }

    /** The values that an example has for the engine: its data, and behind them its tail. */
    public int rowSize() {
        return data.size() + tail.size();
    }

    /** The values that a code has for the engine: itself, and behind them its tail, where that conditions the decoder. */
    public int codeRowSize() {
        return code().size() + (isConditional() ? tail.size() : 0);
    }

    /** Whether posterior and decoder are given labels or other conditions. */
    public boolean isConditional() {
        return tail.given() > 0;
    }

    /** How many layers can be trained one at a time, the code's included; 0 where the networks are not in layers. */
    public int layers() {
        return encoder instanceof LayeredEncoder stack
                        && decoder instanceof LayeredDecoder mirror
                        && mirror.layers() == stack.layers() + 1
                ? mirror.layers()
                : 0;
    }

    /** Refuses data that the corruption cannot spoil, and codes that the prior does not know. */
    public void requireSupported() {
        corruption.ifPresent(present -> PluginCall.run("corruption", present, () -> present.requireSupported(data)));
        prior.ifPresent(present -> PluginCall.run("prior", present, () -> present.requireSupported(code())));
    }

    /** The shape of one code. */
    public TensorSpec code() {
        TensorSpec alone = PluginCall.of("encoder", encoder, () -> encoder.features(data));
        TensorSpec features = isConditional() ? TensorSpec.of(alone.size() + tail.given()) : alone;
        return PluginCall.of("posterior", posterior, () -> posterior.code(features));
    }
}
