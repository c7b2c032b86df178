package dev.diabolo.plugins.vae.maf;

import dev.diabolo.plugins.vae.masked.MaskedLayer;
import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.GraphScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * A network from a code to the mean and the log-scale of each of its dimensions, which depend on the dimensions before it alone.
 *
 * @param order the place of each dimension, from 1
 */
record MaskedNetwork(
        int[] order, Activation activation, List<MaskedLayer> hidden, MaskedLayer mean, MaskedLayer logScale) {
    /** Of log-scales: a factor of twenty in one flow. Codes of no variance would have no end of it. */
    private static final double BOUND = 3;

    /** Makes the network's parameters. */
    static MaskedNetwork of(GraphScope scope, MaskedAutoregressiveOptions options, int size, boolean backwards) {
        int[] order = new int[size];
        Arrays.setAll(order, i -> backwards ? size - i : i + 1);
        int[] degrees = order;
        List<MaskedLayer> hidden = new ArrayList<>();
        for (int i = 0; i < options.hidden().size(); i++) {
            int[] next = new int[options.hidden().get(i)];
            // From 1 to size - 1: a unit of the last degree would be seen by nothing.
            Arrays.setAll(next, unit -> 1 + unit % Math.max(1, size - 1));
            hidden.add(MaskedLayer.of(scope.child("hidden-" + i), options.initialisation(), degrees, next, false, 0));
            degrees = next;
        }
        return new MaskedNetwork(
                order,
                options.activation(),
                List.copyOf(hidden),
                MaskedLayer.of(scope.child("mean"), options.initialisation(), degrees, order, true, 0),
                MaskedLayer.of(scope.child("log-scale"), options.initialisation(), degrees, order, true, 0));
    }

    /**
     * What a code's dimensions are given those before them.
     *
     * @param mean shape {@code [rows, size]}
     * @param logScale the same shape
     */
    record Conditional(SDVariable mean, SDVariable logScale) {}

    Conditional of(SDVariable code) {
        SDVariable units = code;
        for (MaskedLayer layer : hidden) {
            units = activation.apply(layer.apply(units));
        }
        SDVariable bounded = code.getSameDiff()
                .math()
                .tanh(logScale.apply(units).mul(1 / BOUND))
                .mul(BOUND);
        return new Conditional(mean.apply(units), bounded);
    }

    /** The code of some noise: one dimension after the other, in the order. */
    SDVariable inverse(GraphScope scope, SDVariable noise) {
        int size = order.length;
        SDVariable code = noise.mul(0);
        for (int place = 1; place <= size; place++) {
            Conditional conditional = of(code);
            SDVariable values =
                    noise.mul(scope.graph().math().exp(conditional.logScale())).add(conditional.mean());
            double[] chosen = new double[size];
            for (int i = 0; i < size; i++) {
                chosen[i] = order[i] == place ? 1 : 0;
            }
            code = code.add(values.mul(scope.constant(chosen, 1, size)));
        }
        return code;
    }
}
