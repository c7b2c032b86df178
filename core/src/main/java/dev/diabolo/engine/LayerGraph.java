package dev.diabolo.engine;

import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.LayeredDecoder;
import dev.diabolo.spi.LayeredEncoder;
import dev.diabolo.spi.Reconstruction;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.training.Groups;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * One layer of a stack as an autoencoder of its own: it encodes and restores what the layers below make of the data, which no
 * gradient reaches. Where the model has a corruption, it is the layer's input that is spoilt, as in stacked denoising
 * autoencoders (Vincent et al. 2010, section 3.5); above the first layer only by corruptions that take such values.
 */
final class LayerGraph {
    private final ModelDefinition model;
    private final ModelGraph graph;
    private final LayeredEncoder encoder;
    private final LayeredDecoder decoder;
    private final int layer;
    private final Set<String> below = new HashSet<>();

    /**
     * @param layer from 0; below {@link ModelDefinition#layers()}
     */
    LayerGraph(ModelDefinition model, ModelGraph graph, int layer) {
        if (layer < 0 || layer >= model.layers()) {
            throw DiaboloException.plugin(
                    "training.no-such-layer",
                    Problem.of("the trainer plans for layer " + layer + ", and this model has " + model.layers()));
        }
        if (model.isConditional()) {
            throw DiaboloException.user(
                    "training.conditional-layers",
                    Problem.of("layers cannot be trained one at a time where labels or columns condition the model")
                            .at("trainer, labels.use")
                            .remedy("choose a trainer that trains all layers together"));
        }
        this.model = model;
        this.graph = graph;
        this.encoder = (LayeredEncoder) model.encoder();
        this.decoder = (LayeredDecoder) model.decoder();
        this.layer = layer;
    }

    /** Whether a parameter is the layer's, and not of those below. */
    boolean owns(String parameter) {
        return !below.contains(parameter);
    }

    ForwardPass forward(Tensor data) {
        Tensor values = data;
        for (int number = 0; number < layer; number++) {
            values = encode(values, number);
        }
        graph.context().parameters().forEach(spec -> below.add(spec.name()));
        Tensor clean = layer == 0 ? data : values.with(graph.context().stopGradient(values.variable()));
        Optional<Corruption> corruption = model.corruption().filter(present -> spoils(present, clean.spec()));
        Tensor input = corruption
                .map(present -> ModelGraph.corrupt(graph.context(), present, clean))
                .orElse(clean);
        boolean augmented = corruption
                .filter(present -> present.purpose() != Corruption.Purpose.RESTORATION)
                .isPresent();
        Latent latent = infer(input);
        return new Pass(this, augmented ? input : clean, input, latent, generate(latent.sample(), clean.spec()));
    }

    /**
     * The terms of the loss for this layer's pass.
     *
     * @throws DiaboloException (USER) where the loss takes no values of hidden layers
     */
    Map<String, SDVariable> terms(ForwardPass pass) {
        try {
            return graph.terms(pass);
        } catch (DiaboloException refused) {
            if (refused.kind() != ErrorKind.USER || model.layers() == 1) {
                throw refused;
            }
            // What the loss advises is about the likelihood and the posterior, which hidden layers have not.
            String why = refused.problems().stream().map(Problem::what).collect(Collectors.joining("; "));
            throw new DiaboloException(
                    ErrorKind.USER,
                    "training.loss-of-layer",
                    List.of(Problem.of("layer " + (layer + 1) + " of " + model.layers()
                                    + " cannot be trained by itself, since the loss does not take values of hidden layers: "
                                    + why)
                            .at("trainer, loss")
                            .remedy(
                                    "use a loss that is defined for any values, with no bounds for codes, or a trainer that trains"
                                            + " all layers together")),
                    refused);
        }
    }

    private boolean spoils(Corruption corruption, TensorSpec values) {
        if (layer == 0) {
            return true;
        }
        try {
            PluginCall.run("corruption", corruption, () -> corruption.requireSupported(values));
            return corruption.purpose() == Corruption.Purpose.RESTORATION;
        } catch (DiaboloException refused) {
            if (refused.kind() != ErrorKind.USER) {
                throw refused;
            }
            return false;
        }
    }

    private Tensor encode(Tensor input, int number) {
        return PluginCall.of(
                "encoder",
                encoder,
                () -> encoder.layer(graph.context().scope("encoder", Groups.ENCODER), input, number));
    }

    private Latent infer(Tensor input) {
        return layer < encoder.layers() ? new Latent.Point(encode(input, layer)) : graph.posterior(input);
    }

    private Reconstruction generate(Tensor code, TensorSpec wanted) {
        int number = encoder.layers() - layer;
        TensorSpec output = layer == 0 ? graph.raw() : wanted;
        Tensor raw = PluginCall.of(
                "decoder",
                decoder,
                () -> decoder.layer(graph.context().scope("decoder", Groups.DECODER), code, output, number));
        if (layer == 0) {
            return graph.likelihood(raw);
        }
        if (!raw.spec().equals(wanted)) {
            throw DiaboloException.user(
                    "training.no-mirror",
                    Problem.of("layer " + number + " of the decoder gives " + raw.spec() + ", and layer " + (layer - 1)
                                    + " of the encoder, which it is to restore, " + wanted)
                            .remedy("give the decoder the encoder's widths in reverse"));
        }
        return new Hidden(raw);
    }

    /** What a layer below gave, restored as plain values. */
    private record Hidden(Tensor mean) implements Reconstruction {
        @Override
        public String family() {
            return "hidden";
        }

        @Override
        public Tensor raw() {
            return mean;
        }

        @Override
        public Optional<Tensor> logits() {
            return Optional.empty();
        }

        /** As of a normal distribution of variance 1 around the mean. */
        @Override
        public SDVariable negativeLogLikelihood(Tensor data) {
            SDVariable error = mean.flat().variable().sub(data.flat().variable());
            return error.mul(error).sum(1).mul(0.5).add(data.spec().size() * 0.5 * Math.log(2 * Math.PI));
        }
    }

    private record Pass(LayerGraph layers, Tensor data, Tensor input, Latent latent, Reconstruction reconstruction)
            implements ForwardPass {
        @Override
        public Latent infer(Tensor other) {
            return layers.infer(other);
        }

        @Override
        public Reconstruction generate(Tensor code) {
            return layers.generate(code, data.spec());
        }

        /** Of this layer alone. */
        @Override
        public List<SDVariable> parameters(String group) {
            return layers.graph.context().usedBy(group).stream()
                    .filter(parameter -> layers.owns(parameter.name()))
                    .toList();
        }
    }
}
