package dev.diabolo.plugins.vanilla.recurrent;

import dev.diabolo.spi.Decoder;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;

/** See {@link RecurrentDecoderProvider}. */
record RecurrentDecoder(RecurrentDecoderOptions options) implements Decoder {
    @Override
    public Tensor decode(GraphScope scope, Tensor code, TensorSpec output) {
        Steps steps = Steps.of(output);
        Cell cell = options.cell();
        Tensor states = cell.layerOver(scope, "layer-0", code, steps.time(), options.units(), options.initialisation());
        for (int i = 1; i < options.layers(); i++) {
            states = cell.layer(scope, "layer-" + i, states, options.units(), options.initialisation(), true);
        }
        return steps.examples(
                Layers.denseOverTime(scope, "output", states, steps.features(), options.initialisation()));
    }
}
