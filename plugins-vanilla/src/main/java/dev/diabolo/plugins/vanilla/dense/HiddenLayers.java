package dev.diabolo.plugins.vanilla.dense;

import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.WeightInitialisation;
import java.util.List;

/** A stack of fully connected layers, each with activation and dropout. */
record HiddenLayers(List<Integer> widths, Activation activation, WeightInitialisation initialisation, double dropout) {
    Tensor apply(GraphScope scope, Tensor input) {
        Tensor values = input.flat();
        for (int i = 0; i < widths.size(); i++) {
            Tensor layer = Layers.dense(scope, "layer-" + i, values, widths.get(i), initialisation);
            Tensor activated = layer.with(activation.apply(layer.variable()));
            values = Layers.dropout(scope, "dropout-" + i, activated, dropout);
        }
        return values;
    }
}
