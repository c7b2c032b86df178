package dev.diabolo.engine;

import dev.diabolo.spi.CodeDistribution;
import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.Decoder;
import dev.diabolo.spi.Draws;
import dev.diabolo.spi.Encoder;
import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.Reconstruction;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.training.Groups;
import dev.diabolo.spi.training.TermSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;

/** Puts the components of a model together in a graph, and checks that each keeps its word about shapes. */
final class ModelGraph {
    /** The placeholder of a batch of data. */
    static final String DATA = "data";

    /** The placeholder of a batch of codes, where a graph begins with them. */
    static final String CODE = "code";

    /** The placeholder of what the rows of a batch have behind the data, where they have anything. */
    static final String TAIL = "tail";

    /** The scope and the group of what changes the data. */
    static final String CORRUPTION = "corruption";

    private final ModelDefinition model;
    private final GraphContext context;

    ModelGraph(ModelDefinition model, DataType type, boolean training) {
        this.model = model;
        this.context = new GraphContext(type, training);
    }

    GraphContext context() {
        return context;
    }

    /** A placeholder for a batch of data; that of their tails is made with it. */
    Tensor data() {
        tail();
        return new Tensor(context.input(DATA, model.data()), model.data());
    }

    /** A placeholder for a batch of codes. */
    Tensor code() {
        TensorSpec spec = model.code();
        conditions();
        return new Tensor(context.input(CODE, spec), spec);
    }

    /** What the rows of the batch have behind the data; empty where that is nothing. */
    Optional<Tensor> tail() {
        RowTail tail = model.tail();
        return tail.size() == 0 ? Optional.empty() : Optional.of(new Tensor(context.tail(tail.spec()), tail.spec()));
    }

    /** The labels of the batch; empty where the model has none. */
    Optional<Tensor> labels() {
        RowTail tail = model.tail();
        return tail.classes() == 0 ? Optional.empty() : tail().map(all -> part(all, 0, tail.classes()));
    }

    /** What posterior and decoder are given of the tails of the batch. */
    private Optional<Tensor> conditions() {
        RowTail tail = model.tail();
        return model.isConditional()
                ? tail().map(all -> part(all, tail.size() - tail.given(), tail.given()))
                : Optional.empty();
    }

    private static Tensor part(Tensor tail, int from, int count) {
        return count == tail.spec().size() ? tail : tail.part(from, count);
    }

    /** Values with conditions behind them, where the model has any. */
    private Tensor conditioned(Tensor values, int copies) {
        return conditions()
                .map(conditions -> values.beside(copied(conditions, copies)))
                .orElse(values);
    }

    /**
     * Refuses to encode with a model that only generates.
     *
     * @throws DiaboloException (USER) where it does
     */
    void requireEncodes() {
        if (!model.encoder().encodes()) {
            throw DiaboloException.user(
                    "model.no-encoder",
                    Problem.of(
                                    "this model only generates: it has no encoder, so data have no codes and no reconstructions")
                            .allowed("generate, decode, and whatever needs no codes of data")
                            .remedy("train a model with an encoder"));
        }
    }

    Latent infer(Tensor input) {
        return posterior(features(input));
    }

    /**
     * The code of rows that are no examples of the batch, such as parameters. The networks behave as outside of training: dropout
     * has no noise for such rows, and batch statistics are those of the data.
     */
    Latent inferAtRest(Tensor rows) {
        Tensor features =
                features(rows, context.scope("encoder", Groups.ENCODER).atRest(), unconditioned(rows));
        return posterior(features, context.scope("posterior", Groups.ENCODER).atRest());
    }

    /** Zeros, as no label, for any of the rows; empty where the model is not conditional. */
    private Optional<Tensor> unconditioned(Tensor rows) {
        if (!model.isConditional()) {
            return Optional.empty();
        }
        TensorSpec spec = TensorSpec.of(model.tail().given());
        SDVariable nothing = rows.flat().variable().sum(true, 1).mul(0);
        return Optional.of(new Tensor(nothing.getSameDiff().tile(nothing, 1, spec.size()), spec));
    }

    Tensor features(Tensor input) {
        return features(input, context.scope("encoder", Groups.ENCODER), conditions());
    }

    private Tensor features(Tensor input, Scope scope, Optional<Tensor> conditions) {
        Encoder encoder = model.encoder();
        TensorSpec featureSpec = PluginCall.of("encoder", encoder, () -> encoder.features(model.data()));
        Tensor features = PluginCall.of("encoder", encoder, () -> encoder.encode(scope, input));
        expect("encoder", featureSpec, features.spec());
        return conditions.map(features::beside).orElse(features);
    }

    /** The code of features. */
    Latent posterior(Tensor features) {
        return posterior(features, 1);
    }

    /**
     * The code of features of which each example has several rows.
     *
     * @param copies rows of each example, one behind the other
     */
    private Latent posterior(Tensor features, int copies) {
        return posterior(features, context.scope("posterior", Groups.ENCODER, copies));
    }

    private Latent posterior(Tensor features, Scope scope) {
        Posterior posterior = model.posterior();
        Latent latent = PluginCall.of("posterior", posterior, () -> posterior.infer(scope, features));
        TensorSpec code = PluginCall.of("posterior", posterior, () -> posterior.code(features.spec()));
        expect("posterior", code, latent.mode().spec());
        expect("posterior", code, latent.sample().spec());
        context.complete("encoder");
        context.complete("posterior");
        return latent;
    }

    Reconstruction generate(Tensor code) {
        return generate(code, 1);
    }

    private Reconstruction generate(Tensor code, int copies) {
        Decoder decoder = model.decoder();
        Tensor conditioned = conditioned(code, copies);
        TensorSpec rawSpec = raw();
        Tensor raw = PluginCall.of(
                "decoder",
                decoder,
                () -> decoder.decode(context.scope("decoder", Groups.DECODER, copies), conditioned, rawSpec));
        expect("decoder", rawSpec, raw.spec());
        return likelihood(raw, copies);
    }

    /** The shape that the decoder is to give. */
    TensorSpec raw() {
        Likelihood likelihood = model.likelihood();
        return PluginCall.of("likelihood", likelihood, () -> likelihood.raw(model.data()));
    }

    /** What the decoder's values mean. */
    Reconstruction likelihood(Tensor raw) {
        return likelihood(raw, 1);
    }

    private Reconstruction likelihood(Tensor raw, int copies) {
        Likelihood likelihood = model.likelihood();
        Scope scope = context.scope("likelihood", Groups.DECODER, copies);
        Reconstruction reconstruction =
                PluginCall.of("likelihood", likelihood, () -> likelihood.reconstruct(scope, raw, model.data()));
        expect("likelihood", model.data(), reconstruction.mean().spec());
        return reconstruction;
    }

    /** The distribution that codes are meant to have; empty where the model has no prior. */
    Optional<CodeDistribution> prior() {
        return model.prior().map(prior -> new PriorInGraph(this, model, prior));
    }

    /**
     * The whole way, with the corruption that the model has: augmentations in training, others everywhere. What is to be reconstructed is
     * the data where the corruption spoils them, and else what it makes of them.
     */
    ForwardPass forward(Tensor data) {
        Optional<Corruption> corruption = model.corruption()
                .filter(present -> context.training() || present.purpose() != Corruption.Purpose.AUGMENTATION);
        Tensor input =
                corruption.map(present -> corrupt(context, present, data)).orElse(data);
        boolean augmented = corruption
                .filter(present -> present.purpose() != Corruption.Purpose.RESTORATION)
                .isPresent();
        Tensor features = features(input);
        Latent latent = posterior(features);
        Tensor code = context.training() ? latent.sample() : latent.mode();
        return new Pass(this, augmented ? input : data, input, features, latent, generate(code));
    }

    /** Corrupts data of any shape that the corruption takes. */
    static Tensor corrupt(GraphContext context, Corruption corruption, Tensor data) {
        PluginCall.run("corruption", corruption, () -> corruption.requireSupported(data.spec()));
        int learnt = context.parameters().size();
        Tensor corrupted = PluginCall.of(
                "corruption", corruption, () -> corruption.corrupt(context.scope(CORRUPTION, CORRUPTION), data));
        expect("corruption", data.spec(), corrupted.spec());
        if (context.parameters().size() > learnt) {
            throw DiaboloException.plugin(
                    "corruption.learns",
                    Problem.of("the corruption makes the parameter '"
                                    + context.parameters().get(learnt).name() + "', which nothing would train")
                            .remedy("draw from GraphScope.noise, and learn in the encoder"));
        }
        return corrupted;
    }

    /** What a corruption in this graph leaves as it is; empty where that is not known. */
    static Optional<Tensor> untouched(GraphContext context, Corruption corruption, TensorSpec data) {
        Optional<Tensor> untouched = PluginCall.of(
                "corruption", corruption, () -> corruption.untouched(context.scope("corruption", "corruption"), data));
        untouched.ifPresent(mask -> expect("corruption", data, mask.spec()));
        return untouched;
    }

    /** The terms of the loss, by name, in the loss's order. */
    Map<String, SDVariable> terms(ForwardPass pass) {
        Map<String, SDVariable> built =
                PluginCall.of("loss", model.loss(), () -> model.loss().build(context.scope("loss", "loss"), pass));
        Map<String, SDVariable> terms = new LinkedHashMap<>();
        for (TermSpec term : model.loss().terms()) {
            SDVariable value = built.get(term.name());
            if (value == null) {
                throw DiaboloException.plugin(
                        "loss.missing-term",
                        Problem.of("the loss declares the term '" + term.name() + "' but builds " + built.keySet()));
            }
            terms.put(term.name(), value);
        }
        return terms;
    }

    private static void expect(String component, TensorSpec promised, TensorSpec built) {
        if (!promised.equals(built)) {
            throw DiaboloException.plugin(
                    component + ".shape-mismatch",
                    Problem.of("the " + component + " promises shape " + promised + " and builds " + built));
        }
    }

    private record Pass(
            ModelGraph graph, Tensor data, Tensor input, Tensor features, Latent latent, Reconstruction reconstruction)
            implements ForwardPass {
        @Override
        public Latent infer(Tensor other) {
            return graph.infer(other);
        }

        @Override
        public Reconstruction generate(Tensor code) {
            return graph.generate(code);
        }

        @Override
        public Reconstruction generate(Tensor codes, int count) {
            return graph.generate(codes, count);
        }

        @Override
        public Optional<CodeDistribution> prior() {
            return graph.prior();
        }

        @Override
        public Optional<Tensor> labels() {
            return graph.labels();
        }

        @Override
        public Draws draws(int count) {
            if (count < 1) {
                throw new IllegalArgumentException("at least one sample is drawn, not " + count);
            }
            Latent drawn = graph.posterior(copied(features, count), count);
            return new Draws(count, copied(data, count), drawn, graph.generate(drawn.sample(), count));
        }

        @Override
        public List<SDVariable> parameters(String group) {
            return graph.context.usedBy(group);
        }
    }

    /** Each example's row several times, one behind the other. */
    private static Tensor copied(Tensor rows, int count) {
        if (count == 1) {
            return rows;
        }
        long width = rows.spec().size();
        SDVariable each = rows.flat().variable().reshape(-1, 1, width);
        SDVariable copies = each.getSameDiff().tile(each, 1, count, 1);
        return new Tensor(copies.reshape(rows.spec().batched(-1)), rows.spec());
    }
}
