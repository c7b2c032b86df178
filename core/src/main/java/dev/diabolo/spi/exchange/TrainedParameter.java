package dev.diabolo.spi.exchange;

import java.util.Objects;

/**
 * The values of a parameter or buffer.
 *
 * @param shape without a batch dimension
 * @param values in row-major order; owned by the receiver
 */
public record TrainedParameter(long[] shape, float[] values) {
    public TrainedParameter {
        Objects.requireNonNull(shape, "shape");
        Objects.requireNonNull(values, "values");
    }
}
