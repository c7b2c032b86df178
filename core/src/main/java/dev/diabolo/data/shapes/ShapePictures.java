package dev.diabolo.data.shapes;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Labelled pictures in memory, one byte a value. Safe to read from several threads at once.
 *
 * <p><b>Shapes</b>: {@code [3, 32, 32]}. <b>Units</b>: from 0 to 1, in steps of 1/255.
 */
final class ShapePictures implements Examples {
    private static final TensorSpec SPEC = TensorSpec.of(3, ShapeArtist.SIDE, ShapeArtist.SIDE);
    private static final float WHITE = 255f;

    private final byte[] values;
    private final int[] labels;

    private ShapePictures(byte[] values, int[] labels) {
        this.values = values;
        this.labels = labels;
    }

    /** Draws the first pictures of a part, on several threads. */
    static ShapePictures draw(ShapeArtist artist, int count) {
        byte[] values = new byte[Math.multiplyExact(count, ShapeArtist.VALUES)];
        IntStream.range(0, count).parallel().forEach(index -> artist.draw(index, values, index * ShapeArtist.VALUES));
        return new ShapePictures(
                values, IntStream.range(0, count).map(artist::label).toArray());
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
        int start = Objects.checkIndex(index, size()) * ShapeArtist.VALUES;
        for (int i = 0; i < ShapeArtist.VALUES; i++) {
            target[offset + i] = (values[start + i] & 0xff) / WHITE;
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
