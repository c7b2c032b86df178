package dev.diabolo.engine;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.Initialiser;
import java.util.Arrays;

/** First values that come from what is learnt from; see {@link Initialiser.OfMean}. */
final class DataMeans {
    private DataMeans() {}

    /**
     * Gives a store's parameters what their initialisers make of the data. Reads all examples, where there is such a parameter.
     *
     * @param values numbers in an example, without those of its label
     * @return whether any was changed
     */
    static boolean give(ParameterStore store, Examples examples, int values) {
        var slots = store.learntFromData();
        if (slots.isEmpty()) {
            return false;
        }
        double[] means = of(examples, values);
        for (ParameterStore.Slot slot : slots) {
            ParameterSpec spec = slot.spec();
            if (spec.size() != values) {
                throw DiaboloException.plugin(
                        "graph.values-of-data",
                        Problem.of("parameter '" + spec.name() + "' of shape " + Arrays.toString(spec.shape())
                                        + " is to begin with means of the data, of which an example has " + values)
                                .remedy("make it of the size of the data"));
            }
            var function = ((Initialiser.OfMean) spec.initialiser()).function();
            float[] first = new float[values];
            for (int i = 0; i < values; i++) {
                first[i] = (float) function.applyAsDouble(means[i]);
            }
            store.write(slot, first);
        }
        return true;
    }

    /** The mean of each number, over all examples in their order. */
    private static double[] of(Examples examples, int values) {
        double[] sums = new double[values];
        float[] row = new float[examples.spec().size()];
        for (int example = 0; example < examples.size(); example++) {
            examples.read(example, row, 0);
            for (int i = 0; i < values; i++) {
                sums[i] += row[i];
            }
        }
        return Arrays.stream(sums).map(sum -> sum / examples.size()).toArray();
    }
}
