package dev.diabolo.plugins.adversarial.universal;

import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link UniversalPosteriorProvider}. */
record UniversalPosterior(UniversalPosteriorOptions options) implements Posterior {
    @Override
    public TensorSpec code(TensorSpec features) {
        return TensorSpec.of(options.size());
    }

    @Override
    public Latent infer(GraphScope scope, Tensor features) {
        Tensor noise = scope.noise("noise", NoiseKind.STANDARD_NORMAL, TensorSpec.of(options.noise()));
        SDVariable known = Layers.dense(scope, "features", features, options.hidden(), options.initialisation())
                .variable();
        SDVariable unknown = Layers.linear(scope, "noise", noise, options.hidden(), options.initialisation())
                .variable();
        return new Implicit(code(scope, known), code(scope, known.add(unknown)));
    }

    private Tensor code(GraphScope scope, SDVariable sum) {
        SDVariable hidden = options.activation().apply(sum);
        return Layers.dense(
                scope,
                "code",
                new Tensor(hidden, TensorSpec.of(options.hidden())),
                options.size(),
                options.initialisation());
    }

    /** Known by its draws alone. */
    private record Implicit(Tensor mode, Tensor sample) implements Latent.Custom {}
}
