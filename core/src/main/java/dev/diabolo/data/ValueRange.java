package dev.diabolo.data;

import dev.diabolo.spi.data.Examples;

/**
 * Between what bounds the values of examples lie.
 *
 * @param min the smallest value
 * @param max the largest value; below {@code min} where there are no examples
 */
public record ValueRange(float min, float max) {
    /** The range of no values. */
    static final ValueRange NONE = new ValueRange(Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY);

    /** Reads every example once, unless their source knows the answer already. */
    public static ValueRange of(Examples examples) {
        if (examples instanceof StoredExamples stored) {
            return stored.range();
        }
        if (examples instanceof ScaledExamples scaled) {
            return of(scaled.source()).scaled(scaled.scaling());
        }
        return read(examples);
    }

    static ValueRange read(Examples examples) {
        float[] row = new float[examples.spec().size()];
        float min = NONE.min;
        float max = NONE.max;
        for (int i = 0; i < examples.size(); i++) {
            examples.read(i, row, 0);
            for (float value : row) {
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
        return new ValueRange(min, max);
    }

    /** The same as that of scaled values, since scaling keeps their order, roundings included. */
    private ValueRange scaled(Scaling scaling) {
        float[] bounds = {min, max};
        scaling.apply(bounds);
        return new ValueRange(bounds[0], bounds[1]);
    }
}
