package dev.diabolo.plugins.vae.categorical;

import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link CategoricalPosteriorProvider}. */
record CategoricalPosterior(CategoricalPosteriorOptions options) implements Posterior {
    /** Takes uniform numbers from [0, 1), in steps of 2^-24, into (0, 1): neither end has a finite logarithm of a logarithm. */
    private static final double WITHIN = 1 - 0x1p-22;

    private static final double ABOVE_ZERO = 0x1p-25;

    @Override
    public TensorSpec code(TensorSpec features) {
        return TensorSpec.of(options.variables(), options.categories());
    }

    @Override
    public Latent infer(GraphScope scope, Tensor features) {
        TensorSpec code = code(features.spec());
        Tensor logits = Layers.dense(scope, "logits", features, code.size(), options.initialisation())
                .as(code);
        SDVariable perturbed = logits.variable().add(gumbel(scope, code));
        SDVariable chosen = oneHot(scope, perturbed);
        SDVariable sample = scope.training() ? relaxed(scope, perturbed, chosen) : chosen;
        return new Latent.Categorical(logits, logits.with(oneHot(scope, logits.variable())), logits.with(sample));
    }

    private static SDVariable gumbel(GraphScope scope, TensorSpec code) {
        var math = scope.graph().math();
        SDVariable uniform = scope.noise("sample", NoiseKind.UNIFORM, code)
                .variable()
                .mul(WITHIN)
                .add(ABOVE_ZERO);
        return math.log(math.log(uniform).neg()).neg();
    }

    private SDVariable relaxed(GraphScope scope, SDVariable perturbed, SDVariable chosen) {
        SDVariable rows = perturbed.mul(1 / options.temperature()).reshape(-1, options.categories());
        SDVariable soft = scope.graph().nn().softmax(rows, 1).reshape(-1, options.variables(), options.categories());
        return options.straightThrough() ? soft.add(scope.stopGradient(chosen.sub(soft))) : soft;
    }

    /** Of equal values the first. */
    private SDVariable oneHot(GraphScope scope, SDVariable values) {
        return scope.stopGradient(scope.graph()
                .oneHot(scope.graph().argmax(values, 2), options.categories(), -1, 1, 0, scope.dataType()));
    }
}
