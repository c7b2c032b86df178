package dev.diabolo.spi.exchange;

import java.util.Objects;

/**
 * The values of a parameter or buffer, on Java's heap: a copy that no other part of the program has. The arrays are not copied
 * again, so whoever changes them while another thread reads them must see to the order; unchanged, they are safe to share.
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
