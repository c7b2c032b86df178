package dev.diabolo.data.pictures;

import dev.diabolo.spi.data.Luminance;
import dev.diabolo.spi.graph.TensorSpec;

/**
 * A decoded picture.
 *
 * <p><b>Shapes</b>: {@code [channels, height, width]}, row by row. <b>Units</b>: 0 (black) to 255.
 *
 * @param channels 1 (grey) or 3 (red, green, blue)
 * @param values {@code channels * height * width}; whole unless somebody resized it
 */
@SuppressWarnings("ArrayRecordComponent")
record Picture(int channels, int height, int width, float[] values) {
    private static final float RED = (float) Luminance.RED;
    private static final float GREEN = (float) Luminance.GREEN;
    private static final float BLUE = (float) Luminance.BLUE;

    TensorSpec spec() {
        return TensorSpec.of(channels, height, width);
    }

    PictureOptions.Size size() {
        return new PictureOptions.Size(width, height);
    }

    /** One channel. <b>Formula:</b> 0.299 R + 0.587 G + 0.114 B of the values as they are stored (ITU-R BT.601). */
    Picture grey() {
        if (channels == 1) {
            return this;
        }
        int plane = height * width;
        float[] grey = new float[plane];
        for (int i = 0; i < plane; i++) {
            grey[i] = RED * values[i] + GREEN * values[plane + i] + BLUE * values[2 * plane + i];
        }
        return new Picture(1, height, width, grey);
    }

    /** Three channels. */
    Picture rgb() {
        if (channels == 3) {
            return this;
        }
        float[] rgb = new float[3 * values.length];
        for (int channel = 0; channel < 3; channel++) {
            System.arraycopy(values, 0, rgb, channel * values.length, values.length);
        }
        return new Picture(3, height, width, rgb);
    }

    /** The same with whole values of 0 to 255. */
    Picture rounded() {
        float[] rounded = new float[values.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = Math.max(0, Math.min(255, Math.round(values[i])));
        }
        return new Picture(channels, height, width, rounded);
    }
}
