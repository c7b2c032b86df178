package dev.diabolo.engine;

import java.util.Objects;

/**
 * The values of one parameter or buffer, outside of native memory.
 *
 * @param name unique in the model: {@code encoder/layer-0/weight}
 * @param shape without a batch dimension
 * @param values in row-major order; owned by the receiver
 */
public record ParameterValues(String name, long[] shape, float[] values) {
    public ParameterValues {
        Objects.requireNonNull(name, "name");
        long size = 1;
        for (long dimension : shape) {
            size *= dimension;
        }
        if (size != values.length) {
            throw new IllegalArgumentException(name + " has " + values.length + " values instead of " + size);
        }
    }
}
