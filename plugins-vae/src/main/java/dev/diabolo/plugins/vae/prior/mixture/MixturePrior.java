package dev.diabolo.plugins.vae.prior.mixture;

import dev.diabolo.spi.Prior;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.Logistic;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link MixturePriorProvider}. */
record MixturePrior(MixturePriorOptions options) implements Prior {
    /** Knows codes of every shape. */
    @Override
    public void requireSupported(TensorSpec code) {}

    @Override
    public SDVariable logDensity(GraphScope scope, Model model, Tensor code) {
        return mixture(scope, model).logDensity(code);
    }

    @Override
    public Tensor sample(GraphScope scope, Model model) {
        return mixture(scope, model).sample(scope);
    }

    private GaussianMixture mixture(GraphScope scope, Model model) {
        long components = options.components();
        long size = model.code().size();
        SDVariable logits = scope.parameter("logits", Initialiser.zeros(), 1, components);
        SDVariable means = scope.parameter("means", new Initialiser.Normal(0, options.spread()), components, size);
        SDVariable logVariances = scope.parameter("log-variances", Initialiser.zeros(), components, size);
        SDVariable logWeights = Logistic.logProbabilities(logits);
        return new GaussianMixture(model.code(), options.components(), logWeights, means, logVariances);
    }
}
