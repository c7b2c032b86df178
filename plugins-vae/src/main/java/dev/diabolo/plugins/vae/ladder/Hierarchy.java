package dev.diabolo.plugins.vae.ladder;

import dev.diabolo.plugins.vae.gaussian.SoftBound;
import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Layers of a code, and what goes down from one to the next. Layer 0 is the lowest, which data are decoded from; a code has the
 * layers one behind the other, the lowest first.
 *
 * <p><b>Formula:</b> {@code p(z_i | z_(i+1)) = N(mean(h), variance(h))} with {@code h = activation(z_(i+1) W + b)}, of which mean and
 * log-variance are linear; the highest layer is standard normal.
 *
 * @param sizes numbers in each layer, the lowest first
 * @param hidden units between two layers
 * @param bound of log-variances, see {@link SoftBound}
 */
record Hierarchy(
        List<Integer> sizes, int hidden, Activation activation, WeightInitialisation initialisation, double bound) {

    /** Where parameters come from: the posterior makes those of the way down, and the prior shares them. */
    @FunctionalInterface
    interface Parameters {
        SDVariable get(String path, Initialiser initialiser, long... shape);

        /** Made in a scope. */
        static Parameters of(GraphScope scope) {
            return (path, initialiser, shape) -> {
                int end = path.indexOf('/');
                int last = path.lastIndexOf('/');
                return scope.child(path.substring(0, end))
                        .child(path.substring(end + 1, last))
                        .parameter(path.substring(last + 1), initialiser, shape);
            };
        }

        /** Shared with the posterior. */
        static Parameters ofPosterior(GraphScope scope) {
            return (path, initialiser, shape) -> scope.shared("posterior", path, initialiser, shape);
        }
    }

    /** The number of layers. */
    int layers() {
        return sizes.size();
    }

    /** The shape of a code. */
    TensorSpec code() {
        return TensorSpec.of(sizes.stream().mapToInt(Integer::intValue).sum());
    }

    /**
     * The columns of one layer.
     *
     * @param code shape {@code [rows, code]}
     */
    SDVariable layer(SDVariable code, int layer) {
        int begin = sizes.subList(0, layer).stream().mapToInt(Integer::intValue).sum();
        return code.getSameDiff().slice(code, new int[] {0, begin}, -1, sizes.get(layer));
    }

    /** A code of its layers, the lowest first. */
    static SDVariable joined(List<SDVariable> layers) {
        return layers.size() == 1
                ? layers.get(0)
                : layers.get(0).getSameDiff().concat(1, layers.toArray(SDVariable[]::new));
    }

    /**
     * The prior of a layer below the highest.
     *
     * @param above the layer above it, shape {@code [rows, its size]}
     */
    Normal below(Parameters parameters, SDVariable above, int layer) {
        String name = "down-" + layer;
        SDVariable linear = dense(parameters, name + "/hidden", above, sizes.get(layer + 1), hidden);
        return normal(parameters, name, activation.apply(linear), hidden, layer);
    }

    /**
     * A normal distribution of a layer, linear in some units.
     *
     * @param units shape {@code [rows, width]}
     */
    Normal normal(Parameters parameters, String name, SDVariable units, long width, int layer) {
        long size = sizes.get(layer);
        SDVariable mean = dense(parameters, name + "/mean", units, width, size);
        SDVariable logVariance = dense(parameters, name + "/log-variance", units, width, size);
        return new Normal(mean, new SoftBound(bound).apply(logVariance));
    }

    /**
     * The logarithm of the prior's density at codes, in nats; shape {@code [rows]}.
     *
     * @param code shape {@code [rows, code]}
     */
    SDVariable logDensity(Parameters parameters, SDVariable code) {
        int highest = layers() - 1;
        SDVariable above = layer(code, highest);
        SDVariable density = Normal.standard(above).logDensity(above);
        for (int layer = highest - 1; layer >= 0; layer--) {
            SDVariable values = layer(code, layer);
            density = density.add(below(parameters, above, layer).logDensity(values));
            above = values;
        }
        return density;
    }

    /**
     * The divergence of each number of a code from the prior, given the sample of the layers above its own; shape
     * {@code [rows, code]}.
     */
    SDVariable divergences(Parameters parameters, Ladder ladder) {
        List<SDVariable> each = new ArrayList<>();
        for (int layer = 0; layer < layers(); layer++) {
            Normal posterior = ladder.layers().get(layer).posterior();
            Normal prior = layer == layers() - 1
                    ? Normal.standard(posterior.mean())
                    : below(parameters, ladder.layers().get(layer + 1).value(), layer);
            each.add(posterior.divergenceFrom(prior));
        }
        return joined(each);
    }

    SDVariable dense(Parameters parameters, String path, SDVariable units, long from, long to) {
        SDVariable weight = parameters.get(path + "/weight", initialisation.initialiser(from, to), from, to);
        SDVariable bias = parameters.get(path + "/bias", Initialiser.zeros(), to);
        return units.getSameDiff().nn().linear(units, weight, bias);
    }
}
