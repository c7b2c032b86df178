package dev.diabolo.plugins.vanilla.recurrent;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.WeightInitialisation;

/** What carries a state from step to step. */
public enum Cell {
    /** Long short-term memory, {@link Layers#lstm}. */
    LSTM {
        @Override
        Tensor layer(
                GraphScope scope,
                String name,
                Tensor input,
                long units,
                WeightInitialisation weights,
                boolean sequence) {
            return Layers.lstm(scope, name, input, units, weights, sequence);
        }

        @Override
        Tensor layerOver(
                GraphScope scope, String name, Tensor code, long time, long units, WeightInitialisation weights) {
            return Layers.lstm(scope, name, Layers.repeat(code, time), units, weights, true);
        }
    },
    /** Gated recurrent unit, {@link GatedUnit}. */
    GRU {
        @Override
        Tensor layer(
                GraphScope scope,
                String name,
                Tensor input,
                long units,
                WeightInitialisation weights,
                boolean sequence) {
            return new GatedUnit(scope.child(name), units, weights).over(input, sequence);
        }

        @Override
        Tensor layerOver(
                GraphScope scope, String name, Tensor code, long time, long units, WeightInitialisation weights) {
            return new GatedUnit(scope.child(name), units, weights).overRepeated(code, time);
        }
    };

    /**
     * A layer, forward in time, from a zero state.
     *
     * <p><b>Shapes:</b> {@code [batch, features, time] -> [batch, units, time]}, or {@code [batch, units]} where only the last
     * state is wanted.
     */
    abstract Tensor layer(
            GraphScope scope, String name, Tensor input, long units, WeightInitialisation weights, boolean sequence);

    /**
     * A layer that reads the same vector at every step.
     *
     * <p><b>Shapes:</b> {@code [batch, code...] -> [batch, units, time]}.
     */
    abstract Tensor layerOver(
            GraphScope scope, String name, Tensor code, long time, long units, WeightInitialisation weights);
}
