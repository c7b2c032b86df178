package dev.diabolo.data.digits;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Objects;

/**
 * Labelled grey pictures in memory, one byte a pixel. Safe to read from several threads at once.
 *
 * <p><b>Shapes</b>: {@code [1, 28, 28]}. <b>Units</b>: the share of ink, from 0 (paper) to 1 (ink), in steps of 1/255.
 */
final class DigitImages implements Examples {
    private static final TensorSpec SPEC = TensorSpec.of(1, DigitArtist.SIDE, DigitArtist.SIDE);
    private static final float INK = 255f;

    private final byte[] pixels;
    private final byte[] labels;

    /** Takes the arrays over; nobody may write to them any more. */
    DigitImages(byte[] pixels, byte[] labels) {
        this.pixels = pixels;
        this.labels = labels;
    }

    @Override
    public TensorSpec spec() {
        return SPEC;
    }

    @Override
    public int size() {
        return labels.length;
    }

    @Override
    public void read(int index, float[] target, int offset) {
        Objects.checkIndex(index, size());
        int start = index * DigitArtist.PIXELS;
        for (int pixel = 0; pixel < DigitArtist.PIXELS; pixel++) {
            target[offset + pixel] = (pixels[start + pixel] & 0xff) / INK;
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
