package dev.diabolo.plugins.vanilla.ksparse;

import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link SparsePosteriorProvider}. */
record SparsePosterior(SparsePosteriorOptions options) implements Posterior {
    @Override
    public TensorSpec code(TensorSpec features) {
        return TensorSpec.of(options.size());
    }

    @Override
    public Latent infer(GraphScope scope, Tensor features) {
        Tensor layer = Layers.dense(scope, "code", features, options.size(), options.initialisation());
        SDVariable values = options.activation().apply(layer.variable());
        int kept = scope.training() ? options.k() : keptElsewhere();
        return new Latent.Point(
                layer.with(kept == options.size() ? values : values.mul(mask(scope, values, kept))),
                options.activation() == Activation.SIGMOID);
    }

    private int keptElsewhere() {
        return (int) Math.min(options.size(), Math.round(options.alpha() * options.k()));
    }

    private SDVariable mask(GraphScope scope, SDVariable values, int kept) {
        Largest largest = new Largest(scope, scope.stopGradient(values), options.size(), kept);
        return scope.stopGradient(largest.mask());
    }
}
