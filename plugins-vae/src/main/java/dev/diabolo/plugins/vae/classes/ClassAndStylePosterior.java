package dev.diabolo.plugins.vae.classes;

import dev.diabolo.plugins.vae.categorical.CategoricalPosteriorOptions;
import dev.diabolo.plugins.vae.categorical.CategoricalPosteriorProvider;
import dev.diabolo.plugins.vae.gaussian.GaussianPosteriorOptions;
import dev.diabolo.plugins.vae.gaussian.GaussianPosteriorProvider;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
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
                                options.size(), options.initialisation(), options.logVarianceBound())));
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
                classes -> styleOf(scope.child("style"), features, classes),
                choice.sample().flat());
    }

    private Latent styleOf(GraphScope scope, Tensor features, Tensor classes) {
        Tensor values = features.beside(classes);
        for (int i = 0; i < options.hidden().size(); i++) {
            Tensor layer =
                    Layers.dense(scope, "layer-" + i, values, options.hidden().get(i), options.initialisation());
            values = layer.with(options.activation().apply(layer.variable()));
        }
        return style.infer(scope, values);
    }
}
