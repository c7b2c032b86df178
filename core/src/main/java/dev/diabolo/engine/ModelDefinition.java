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
 * @param labels the classes that examples are labelled with; empty where labels are of no concern
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
        Optional<ClassLabels> labels) {
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
        Objects.requireNonNull(labels, "labels");
    }

    /** Without a corruption, a prior or labels. */
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
                Optional.empty());
    }

    /** The same model with a corruption. */
    public ModelDefinition with(Corruption other) {
        return new ModelDefinition(
                data, encoder, posterior, decoder, likelihood, loss, trainer, Optional.of(other), prior, labels);
    }

    /** The same model with a prior. */
    public ModelDefinition with(Prior other) {
        return new ModelDefinition(
                data, encoder, posterior, decoder, likelihood, loss, trainer, corruption, Optional.of(other), labels);
    }

    /** The same model of labelled examples. */
    public ModelDefinition with(ClassLabels other) {
        return new ModelDefinition(
                data, encoder, posterior, decoder, likelihood, loss, trainer, corruption, prior, Optional.of(other));
    }

    /** The values that an example has for the engine: its data, and behind them those of its label. */
    public int rowSize() {
        return data.size() + labels.map(ClassLabels::count).orElse(0);
    }

    /** The values that a code has for the engine: itself, and behind them those of a label that conditions the decoder. */
    public int codeRowSize() {
        return code().size()
                + labels.filter(ClassLabels::conditioning)
                        .map(ClassLabels::count)
                        .orElse(0);
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
        TensorSpec features = labels.filter(ClassLabels::conditioning)
                .map(known -> TensorSpec.of(alone.size() + known.count()))
                .orElse(alone);
        return PluginCall.of("posterior", posterior, () -> posterior.code(features));
    }
}
