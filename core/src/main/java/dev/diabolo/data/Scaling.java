package dev.diabolo.data;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;

/**
 * One linear map for all values of a data set, from the source's units to what a model learns from.
 *
 * <p><b>Formula:</b> {@code scaled = (x - offset) * factor} and {@code x = scaled / factor + offset}, each step in
 * 32-bit floats, so that the same numbers give the same bits wherever they came from.
 *
 * @param offset finite, in the source's units
 * @param factor finite and above 0
 */
public record Scaling(float offset, float factor) {
    /** Leaves values as they are. */
    public static final Scaling IDENTITY = new Scaling(0, 1);

    public Scaling {
        if (!Float.isFinite(offset) || !Float.isFinite(factor) || factor <= 0) {
            throw new IllegalArgumentException("(x - " + offset + ") * " + factor + " is not a scaling");
        }
    }

    /**
     * The scaling that brings training data into [0, 1]: none where it lies there already, otherwise from its smallest
     * to its largest value; data that is one value throughout becomes 0. A scaled value never exceeds 1 by rounding;
     * data the scaling was not fitted to may lie outside.
     *
     * @throws DiaboloException (USER) where the range is wider than a float
     */
    public static Scaling fit(Examples examples) {
        ValueRange range = ValueRange.of(examples);
        if (range.min() > range.max()) {
            throw DataErrors.empty("training data");
        }
        return ofRange(range.min(), range.max());
    }

    /**
     * The scaling of values from a range to [0, 1]; see {@link #fit}.
     *
     * @throws DiaboloException (USER) where the range is wider than a float
     */
    public static Scaling ofRange(float min, float max) {
        if (min >= 0 && max <= 1) {
            return IDENTITY;
        }
        float range = max - min;
        if (!Float.isFinite(range)) {
            throw DiaboloException.user(
                    "data.range-too-wide",
                    Problem.of("values from " + min + " to " + max + " cannot be scaled")
                            .allowed("a range of at most " + Float.MAX_VALUE)
                            .remedy("divide the values by a constant first"));
        }
        return new Scaling(min, range == 0 ? 1 : reciprocal(range));
    }

    /** Rounded such that {@code range * reciprocal} is never above 1, at both ends of what floats can hold. */
    private static float reciprocal(float range) {
        // Below 2^-128 the reciprocal is no float; above 2^126 it is subnormal and may be rounded up too far.
        float nearest = Math.min(1 / range, Float.MAX_VALUE);
        return range * nearest > 1 ? Math.nextDown(nearest) : nearest;
    }

    /** Examples seen through this scaling; nothing is copied. */
    public Examples of(Examples examples) {
        return examples instanceof ArrayExamples array ? array.scaled(this) : new ScaledExamples(examples, this);
    }

    /** Whether it leaves values as they are. */
    public boolean isIdentity() {
        return equals(IDENTITY);
    }

    /** Scales values in place. */
    public void apply(float[] values) {
        apply(values, 0, values.length);
    }

    /** Scales {@code count} values from {@code from} on, in place. */
    public void apply(float[] values, int from, int count) {
        if (isIdentity()) {
            return;
        }
        for (int i = from; i < from + count; i++) {
            values[i] = (values[i] - offset) * factor;
        }
    }

    /** Brings scaled values back to the source's units, in place. */
    public void invert(float[] values) {
        if (isIdentity()) {
            return;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] / factor + offset;
        }
    }
}
