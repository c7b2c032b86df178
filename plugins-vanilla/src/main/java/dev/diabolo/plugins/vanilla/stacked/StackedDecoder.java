package dev.diabolo.plugins.vanilla.stacked;

import dev.diabolo.spi.LayeredDecoder;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;

/** See {@link StackedDecoderProvider}. */
record StackedDecoder(StackedDecoderOptions options) implements LayeredDecoder {
    @Override
    public int layers() {
        return options.hidden().size() + 1;
    }

    @Override
    public Tensor layer(GraphScope scope, Tensor input, TensorSpec output, int number) {
        if (number == options.hidden().size()) {
            return Layers.dense(scope, "output", input, output.size(), options.initialisation())
                    .as(output);
        }
        Tensor values =
                Layers.dense(scope, "layer-" + number, input, options.hidden().get(number), options.initialisation());
        return values.with(options.activation().apply(values.variable()));
    }
}
