package dev.diabolo.plugins.vae.classes;

import dev.diabolo.plugins.vae.categorical.CategoricalPosteriorOptions;
import dev.diabolo.plugins.vae.categorical.CategoricalPosteriorProvider;
import dev.diabolo.plugins.vae.gaussian.GaussianPosteriorOptions;
import dev.diabolo.plugins.vae.gaussian.GaussianPosteriorProvider;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;

/** See {@link ClassAndStylePosteriorProvider}. */
record ClassAndStylePosterior(ClassAndStylePosteriorOptions options, Posterior category, Posterior style)
        implements Posterior {
    static ClassAndStylePosterior of(ClassAndStylePosteriorOptions options) {
        return new ClassAndStylePosterior(
                options,
                new CategoricalPosteriorProvider()
                        .create(new CategoricalPosteriorOptions(
                                1,
                                options.classes(),
                                options.temperature(),
                                options.straightThrough(),
                                options.initialisation())),
                new GaussianPosteriorProvider()
                        .create(new GaussianPosteriorOptions(
                                options.size(),
                                options.hidden(),
                                options.activation(),
                                options.initialisation(),
                                options.logVarianceBound())));
    }

    @Override
    public TensorSpec code(TensorSpec features) {
        return TensorSpec.of(options.classes() + options.size());
    }

    @Override
    public Latent infer(GraphScope scope, Tensor features) {
        Latent.Categorical choice = (Latent.Categorical) category.infer(scope.child("class"), features);
        return Latent.Classified.of(
                choice.logits().flat(),
                classes -> style.infer(scope.child("style"), features.beside(classes)),
                choice.sample().flat());
    }
}
