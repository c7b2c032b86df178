package dev.diabolo.plugins.vanilla.dense;

import dev.diabolo.spi.Decoder;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;

/** See {@link DenseDecoderProvider}. */
final class DenseDecoder implements Decoder {
    private final HiddenLayers layers;
    private final Weights weights;

    DenseDecoder(DenseDecoderOptions options) {
        this.layers = new HiddenLayers(
                options.hidden(),
                options.normalisation(),
                options.activation(),
                options.initialisation(),
                options.dropout(),
                options.residual());
        int last = options.hidden().size();
        this.weights = options.tied()
                ? new Weights.Tied(options.initialisation(), last + 1)
                : new Weights.Own(options.initialisation());
    }

    @Override
    public Tensor decode(GraphScope scope, Tensor code, TensorSpec output) {
        Tensor hidden = layers.apply(scope, code, weights);
        int last = layers.widths().size();
        return weights.layer(scope.child("output"), last, hidden, output.size(), true)
                .as(output);
    }
}
