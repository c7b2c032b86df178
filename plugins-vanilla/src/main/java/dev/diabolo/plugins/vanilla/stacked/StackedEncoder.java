package dev.diabolo.plugins.vanilla.stacked;

import dev.diabolo.spi.LayeredEncoder;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;

/** See {@link StackedEncoderProvider}. */
record StackedEncoder(StackedEncoderOptions options) implements LayeredEncoder {
    @Override
    public TensorSpec features(TensorSpec data) {
        return layers() == 0 ? data : TensorSpec.of(options.hidden().get(layers() - 1));
    }

    @Override
    public int layers() {
        return options.hidden().size();
    }

    @Override
    public Tensor layer(GraphScope scope, Tensor input, int number) {
        Tensor values =
                Layers.dense(scope, "layer-" + number, input, options.hidden().get(number), options.initialisation());
        return values.with(options.activation().apply(values.variable()));
    }
}
