package dev.diabolo.plugins.vae.flow;

import dev.diabolo.plugins.vae.masked.MaskedLayer;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Logistic;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Arrays;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * See {@link AutoregressiveFlowPosteriorProvider}. Every unit has a degree: a dimension of the code its place in the order, from 1;
 * a hidden unit one from 0 to size - 1. Hidden units see what has their degree or less, outputs what has less than theirs, so that no
 * output sees its own dimension, and the Jacobian is triangular.
 */
record AutoregressiveFlow(AutoregressiveFlowPosteriorOptions options) implements Flow {
    @Override
    public Transformation of(GraphScope scope, Tensor features, FlowPosteriorOptions base, int number) {
        int size = base.size();
        boolean backwards = number % 2 == 1;
        int[] order = new int[size];
        Arrays.setAll(order, i -> backwards ? size - i : i + 1);
        return code -> {
            Tensor values = new Tensor(code, TensorSpec.of(size));
            int[] degrees = order;
            for (int i = 0; i < options.hidden().size(); i++) {
                int[] next = new int[options.hidden().get(i)];
                Arrays.setAll(next, unit -> unit % size);
                String name = "hidden-" + i;
                SDVariable context = Layers.linear(
                                scope, name + "-context", features, next.length, options.initialisation())
                        .variable();
                Tensor layer = masked(scope, name, values, degrees, next, false, 0);
                values = layer.with(options.activation().apply(layer.variable().add(context)));
                degrees = next;
            }
            SDVariable target =
                    output(scope, "target", features, values, degrees, order, 0).variable();
            SDVariable gate =
                    output(scope, "gate", features, values, degrees, order, 1).variable();
            SDVariable kept = scope.graph().nn().sigmoid(gate);
            // The logarithm of a logistic function, which a gate far below zero would make infinite.
            SDVariable logDeterminant = Logistic.softplus(gate.neg()).neg().sum(1);
            return new Step(target.add(kept.mul(code.sub(target))), logDeterminant);
        };
    }

    private Tensor output(
            GraphScope scope, String name, Tensor features, Tensor values, int[] degrees, int[] order, double bias) {
        Tensor ofCode = masked(scope, name, values, degrees, order, true, bias);
        SDVariable ofFeatures = Layers.linear(
                        scope, name + "-context", features, order.length, options.initialisation())
                .variable();
        return ofCode.with(ofCode.variable().add(ofFeatures));
    }

    /**
     * A fully connected layer of which only some weights are used.
     *
     * @param less whether a unit sees lower degrees only, and not its own
     */
    private Tensor masked(
            GraphScope scope, String name, Tensor values, int[] from, int[] to, boolean less, double bias) {
        MaskedLayer layer = MaskedLayer.of(scope.child(name), options.initialisation(), from, to, less, bias);
        return new Tensor(layer.apply(values.variable()), TensorSpec.of(to.length));
    }
}
