package dev.diabolo.plugins.vanilla.dense;

import dev.diabolo.spi.Decoder;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;

/** See {@link DenseDecoderProvider}. */
final class DenseDecoder implements Decoder {
    private final HiddenLayers layers;

    DenseDecoder(DenseDecoderOptions options) {
        this.layers =
                new HiddenLayers(options.hidden(), options.activation(), options.initialisation(), options.dropout());
    }

    @Override
    public Tensor decode(GraphScope scope, Tensor code, TensorSpec output) {
        Tensor hidden = layers.apply(scope, code);
        return Layers.dense(scope, "output", hidden, output.size(), layers.initialisation())
                .as(output);
    }
}
