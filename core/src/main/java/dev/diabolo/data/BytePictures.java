package dev.diabolo.data;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Objects;

/**
 * Labelled pictures in memory, one byte a value. Safe to read from several threads at once.
 *
 * <p><b>Units</b>: from 0 to 1, in steps of 1/255.
 */
public final class BytePictures implements Examples {
    private static final float HIGHEST = 255f;

    private final TensorSpec spec;
    private final byte[] values;
    private final int[] labels;
    private final int width;

    /**
     * Takes the arrays over; nobody may write to them any more.
     *
     * @param spec of one picture
     * @param values of all pictures, one behind the other
     * @param labels one for each
     */
    public BytePictures(TensorSpec spec, byte[] values, int[] labels) {
        this.spec = spec;
        this.values = values;
        this.labels = labels;
        this.width = spec.size();
        if (values.length != Math.multiplyExact(labels.length, width)) {
            throw new IllegalArgumentException(
                    values.length + " values are no " + labels.length + " pictures of " + spec);
        }
    }

    @Override
    public TensorSpec spec() {
        return spec;
    }

    @Override
    public int size() {
        return labels.length;
    }

    @Override
    public void read(int index, float[] target, int offset) {
        int start = Objects.checkIndex(index, size()) * width;
        for (int i = 0; i < width; i++) {
            target[offset + i] = (values[start + i] & 0xff) / HIGHEST;
        }
    }

    @Override
    public boolean labelled() {
        return true;
    }

    @Override
    public int label(int index) {
        return labels[index];
    }
}
