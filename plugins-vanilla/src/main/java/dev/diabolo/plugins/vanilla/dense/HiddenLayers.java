package dev.diabolo.plugins.vanilla.dense;

import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Normalisation;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.WeightInitialisation;
import java.util.List;

/**
 * A stack of fully connected layers, each with normalisation, activation and dropout.
 *
 * <p><b>Formula:</b> {@code y = dropout(activation(normalise(x W + b)))}, without b where the normalisation subtracts it again;
 * residual layers give {@code x + y}, or {@code x P + y} where the widths of x and y differ.
 *
 * @param initialisation of projections P
 */
record HiddenLayers(
        List<Integer> widths,
        Normalisation normalisation,
        Activation activation,
        WeightInitialisation initialisation,
        double dropout,
        boolean residual) {

    Tensor apply(GraphScope scope, Tensor input, Weights weights) {
        Tensor values = input.flat();
        for (int i = 0; i < widths.size(); i++) {
            Tensor layer = layer(scope, i, values, weights);
            values = residual
                    ? layer.with(layer.variable().add(skipped(scope, i, values).variable()))
                    : layer;
        }
        return values;
    }

    private Tensor layer(GraphScope scope, int index, Tensor input, Weights weights) {
        boolean bias = !normalisation.absorbsBias();
        Tensor linear = weights.layer(scope.child("layer-" + index), index, input, widths.get(index), bias);
        Tensor normalised = normalisation.apply(scope, "normalisation-" + index, linear);
        Tensor activated = normalised.with(activation.apply(normalised.variable()));
        return Layers.dropout(scope, "dropout-" + index, activated, dropout);
    }

    private Tensor skipped(GraphScope scope, int index, Tensor input) {
        int width = widths.get(index);
        return input.spec().size() == width
                ? input
                : Layers.linear(scope, "projection-" + index, input, width, initialisation);
    }
}
