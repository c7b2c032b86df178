package dev.diabolo.plugins.vanilla.dense;

import dev.diabolo.spi.Encoder;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;

/** See {@link DenseEncoderProvider}. */
final class DenseEncoder implements Encoder {
    private final HiddenLayers layers;

    DenseEncoder(DenseEncoderOptions options) {
        this.layers = new HiddenLayers(
                options.hidden(),
                options.normalisation(),
                options.activation(),
                options.initialisation(),
                options.dropout(),
                options.residual());
    }

    @Override
    public TensorSpec features(TensorSpec data) {
        var widths = layers.widths();
        return widths.isEmpty() ? data.flat() : TensorSpec.of(widths.get(widths.size() - 1));
    }

    @Override
    public Tensor encode(GraphScope scope, Tensor input) {
        return layers.apply(scope, input, new Weights.Own(layers.initialisation()));
    }
}
