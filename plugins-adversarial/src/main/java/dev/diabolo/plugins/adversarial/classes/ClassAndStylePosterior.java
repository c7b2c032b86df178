package dev.diabolo.plugins.adversarial.classes;

import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;

/** See {@link ClassAndStylePosteriorProvider}. */
record ClassAndStylePosterior(ClassAndStylePosteriorOptions options) implements Posterior {
    @Override
    public TensorSpec code(TensorSpec features) {
        return TensorSpec.of(options.classes() + options.size());
    }

    @Override
    public Latent infer(GraphScope scope, Tensor features) {
        Tensor logits = options.normalisation().apply(scope, "class-normalisation", scores(scope, features));
        Tensor style = Layers.dense(scope, "style", features, options.size(), options.initialisation());
        Tensor classes = logits.with(scope.graph().nn().softmax(logits.variable(), 1));
        return Latent.Classified.of(logits, given -> new Latent.Point(style), classes);
    }

    private Tensor scores(GraphScope scope, Tensor features) {
        return options.normalisation().absorbsBias()
                ? Layers.linear(scope, "class", features, options.classes(), options.initialisation())
                : Layers.dense(scope, "class", features, options.classes(), options.initialisation());
    }
}
