package dev.diabolo.compression;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Turns the numbers of codes into small whole numbers, each dimension with a scale of its own.
 *
 * <p><b>Formula:</b> {@code level = round((value - offset) / step)} and {@code value = offset + level step}, with the offset at the
 * dimension's smallest value and the highest level at its largest. The error is at most half a step.
 *
 * @param offset of each dimension
 * @param step of each dimension; 0 where all its values are the same
 */
record Quantiser(float[] offset, float[] step) {
    /**
     * A quantiser for rows.
     *
     * @param codes rows end to end
     * @param levels how many whole numbers there are, at least 2
     */
    static Quantiser fit(float[] codes, int size, int levels) {
        float[] least = new float[size];
        float[] most = new float[size];
        for (int i = 0; i < codes.length; i++) {
            int dimension = i % size;
            least[dimension] = i < size ? codes[i] : Math.min(least[dimension], codes[i]);
            most[dimension] = i < size ? codes[i] : Math.max(most[dimension], codes[i]);
        }
        float[] step = new float[size];
        for (int dimension = 0; dimension < size; dimension++) {
            step[dimension] = (float) (((double) most[dimension] - least[dimension]) / (levels - 1));
        }
        return new Quantiser(least, step);
    }

    int level(float value, int dimension, int levels) {
        if (step[dimension] == 0) {
            return 0;
        }
        long level = Math.round(((double) value - offset[dimension]) / step[dimension]);
        return (int) Math.max(0, Math.min(levels - 1, level));
    }

    float value(int level, int dimension) {
        return (float) (offset[dimension] + (double) level * step[dimension]);
    }

    void write(DataOutput out) throws IOException {
        for (int dimension = 0; dimension < offset.length; dimension++) {
            out.writeFloat(offset[dimension]);
            out.writeFloat(step[dimension]);
        }
    }

    static Quantiser read(DataInput in, int size) throws IOException {
        float[] offset = new float[size];
        float[] step = new float[size];
        for (int dimension = 0; dimension < size; dimension++) {
            offset[dimension] = in.readFloat();
            step[dimension] = in.readFloat();
            if (!Float.isFinite(offset[dimension]) || !Float.isFinite(step[dimension]) || step[dimension] < 0) {
                throw new IOException("the scale of dimension " + dimension + " is none");
            }
        }
        return new Quantiser(offset, step);
    }
}
