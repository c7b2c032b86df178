package dev.diabolo.plugins.vae.quantised;

import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.Convolutions;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.Window;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link QuantisedPosteriorProvider}. */
record QuantisedPosterior(QuantisedPosteriorOptions options) implements Posterior {
    private static final String PROJECTION = "projection";

    @Override
    public TensorSpec code(TensorSpec features) {
        long channels = channels();
        return switch (features.rank()) {
            case 1 -> TensorSpec.of(channels);
            case 2 -> TensorSpec.of(channels, features.dimension(1));
            case 3 -> TensorSpec.of(channels, features.dimension(1), features.dimension(2));
            default ->
                throw DiaboloException.user(
                        "posterior.shape",
                        Problem.of("features of shape " + features + " cannot be quantised")
                                .at("posterior")
                                .allowed("vectors, sequences and images")
                                .remedy("choose another encoder"));
        };
    }

    private long channels() {
        return (long) options.groups() * options.size();
    }

    @Override
    public Latent infer(GraphScope scope, Tensor features) {
        TensorSpec code = code(features.spec());
        Tensor continuous = projected(scope, features).as(code);
        Places places = new Places(code, options.size());
        Codebook codebook = Codebook.of(scope, options);
        SDVariable rows = places.rows(continuous.variable());
        SDVariable fixed = scope.stopGradient(rows);
        SDVariable choices = scope.stopGradient(Nearest.choices(scope, fixed, codebook.entries(), options.entries()));
        SDVariable quantised = places.joined(choices.mmul(codebook.entries()));
        if (scope.training()) {
            codebook.learn(fixed, choices, places.choices());
        }
        SDVariable step = scope.stopGradient(quantised.sub(continuous.variable()));
        TensorSpec chosen = TensorSpec.of(places.choices(), options.entries());
        return new Latent.Quantised(
                continuous,
                new Tensor(quantised, code),
                new Tensor(continuous.variable().add(step), code),
                new Tensor(choices.reshape(chosen.batched(-1)), chosen));
    }

    private Tensor projected(GraphScope scope, Tensor features) {
        return switch (features.spec().rank()) {
            case 1 -> Layers.dense(scope, PROJECTION, features, channels(), options.initialisation());
            case 2 -> Layers.denseOverTime(scope, PROJECTION, features, channels(), options.initialisation());
            default ->
                new Convolutions(options.initialisation(), true)
                        .convolution(scope, PROJECTION, features, Window.ofImages(1, 1), channels());
        };
    }
}
