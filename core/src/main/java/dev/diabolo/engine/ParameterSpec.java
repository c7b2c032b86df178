package dev.diabolo.engine;

import dev.diabolo.spi.graph.Initialiser;
import java.util.Arrays;

/**
 * One parameter or buffer of a model.
 *
 * @param name unique in the model: {@code encoder/layer-0/weight}
 * @param group the parameter group that phases update, or {@link #BUFFERS}
 * @param shape without a batch dimension
 * @param initialiser how it gets its first values
 */
record ParameterSpec(String name, String group, long[] shape, Initialiser initialiser) {
    /** The pseudo-group of buffers: saved with the model, changed by assignment, never by an optimiser. */
    static final String BUFFERS = "buffers";

    int size() {
        return Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
    }

    boolean sameShape(long[] other) {
        return Arrays.equals(shape, other);
    }
}
