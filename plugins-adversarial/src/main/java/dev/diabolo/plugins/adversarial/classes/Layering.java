package dev.diabolo.plugins.adversarial.classes;

import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.WeightInitialisation;
import java.util.List;

/** Fully connected layers, as options have them. */
record Layering(List<Integer> hidden, Activation activation, WeightInitialisation initialisation) {
    /** The hidden layers, and one without activation; the same weights at every call. */
    Tensor of(GraphScope scope, Tensor input, int units) {
        Tensor values = input;
        for (int i = 0; i < hidden.size(); i++) {
            Tensor layer = Layers.dense(scope, "layer-" + i, values, hidden.get(i), initialisation);
            values = layer.with(activation.apply(layer.variable()));
        }
        return Layers.dense(scope, "output", values, units, initialisation);
    }
}
