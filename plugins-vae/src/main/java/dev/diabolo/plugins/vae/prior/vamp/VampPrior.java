package dev.diabolo.plugins.vae.prior.vamp;

import dev.diabolo.plugins.vae.prior.mixture.GaussianMixture;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Arrays;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link VampPriorProvider}. */
record VampPrior(VampPriorOptions options) implements Prior {
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
        int components = options.components();
        SDVariable logits = scope.parameter(
                "pseudo-inputs",
                new Initialiser.Normal(options.middle(), options.spread()),
                model.data().batched(components));
        Latent latent = model.infer(new Tensor(Activation.SIGMOID.apply(logits), model.data()));
        if (!(latent instanceof Latent.Gaussian posteriors)) {
            throw DiaboloException.user(
                    "prior.posterior-not-normal",
                    Problem.of("the prior is a mixture of normal posteriors, and this model's posterior is another")
                            .at("prior")
                            .remedy("set posterior.type=vae.gaussian, or choose another prior"));
        }
        double[] weights = new double[components];
        Arrays.fill(weights, -Math.log(components));
        return new GaussianMixture(
                model.code(),
                components,
                scope.constant(weights, 1, components),
                posteriors.mean().flat().variable(),
                posteriors.logVariance().flat().variable());
    }
}
