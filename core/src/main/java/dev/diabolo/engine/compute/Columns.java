package dev.diabolo.engine.compute;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Makes column matrices of images, and adds them up to images.
 *
 * <p>An image is read into an array in which a zero follows each channel. Where windows are not next to each other, a table
 * says for each window where its value lies in a channel, or that it is that zero: one load more for each value, and neither
 * tests nor arithmetic. Otherwise rows are copied as they are.
 */
final class Columns {
    /** Values that are written to native memory at once, so that they are still in the first-level cache. */
    private static final int BLOCK = 2048;

    private final ConvolutionShape shape;
    private final int channelLength;
    private final int windows;
    private final boolean inRuns;
    private final int[][] places;
    private final int rowsOfBlock;

    Columns(ConvolutionShape shape) {
        this.shape = shape;
        this.channelLength = shape.plane() + 1;
        this.windows = shape.windows();
        this.inRuns = shape.horizontal().stride() == 1;
        this.places = inRuns ? new int[0][] : places(shape);
        this.rowsOfBlock = Math.max(1, Math.min(shape.windowLength(), BLOCK / windows));
    }

    private static int[][] places(ConvolutionShape shape) {
        WindowAxis vertical = shape.vertical();
        WindowAxis horizontal = shape.horizontal();
        int[][] places = new int[shape.kernel()][shape.windows()];
        for (int k = 0; k < places.length; k++) {
            for (int window = 0; window < shape.windows(); window++) {
                int y = vertical.position(window / horizontal.windows(), k / horizontal.kernel());
                int x = horizontal.position(window % horizontal.windows(), k % horizontal.kernel());
                boolean inside = vertical.contains(y) && horizontal.contains(x);
                places[k][window] = inside ? y * horizontal.size() + x : shape.plane();
            }
        }
        return places;
    }

    /**
     * The column matrix of an image: its own memory where they are the same, else the thread's.
     *
     * @param position where it begins
     */
    FloatPointer of(FloatMemory images, int position, Scratch scratch) {
        if (shape.plain()) {
            return images.at(position);
        }
        float[] values = scratch.image(shape.channels() * channelLength);
        for (int c = 0; c < shape.channels(); c++) {
            images.read(position + c * shape.plane(), values, c * channelLength, shape.plane());
            values[(c + 1) * channelLength - 1] = 0;
        }
        FloatMemory columns = columns(scratch);
        float[] block = scratch.block(rowsOfBlock * windows);
        for (int row = 0; row < shape.windowLength(); row += rowsOfBlock) {
            int count = Math.min(rowsOfBlock, shape.windowLength() - row);
            for (int i = 0; i < count; i++) {
                gather(row + i, values, block, i * windows);
            }
            columns.write(row * windows, block, 0, count * windows);
        }
        return columns.start();
    }

    /** Where to put a column matrix before {@link #addUp}. */
    FloatMemory columns(Scratch scratch) {
        return scratch.memory(shape.windowLength() * windows);
    }

    /** Writes an image each value of which is the sum of those that stand for it in the column matrix. */
    void addUp(FloatMemory columns, FloatMemory images, int position, Scratch scratch) {
        float[] values = scratch.image(shape.channels() * channelLength);
        Arrays.fill(values, 0, shape.channels() * channelLength, 0);
        float[] block = scratch.block(rowsOfBlock * windows);
        for (int row = 0; row < shape.windowLength(); row += rowsOfBlock) {
            int count = Math.min(rowsOfBlock, shape.windowLength() - row);
            columns.read(row * windows, block, 0, count * windows);
            for (int i = 0; i < count; i++) {
                scatter(row + i, block, i * windows, values);
            }
        }
        for (int c = 0; c < shape.channels(); c++) {
            images.write(position + c * shape.plane(), values, c * channelLength, shape.plane());
        }
    }

    private int channel(int row) {
        return shape.order().channelsInner() ? row % shape.channels() : row / shape.kernel();
    }

    private int place(int row) {
        return shape.order().channelsInner() ? row / shape.channels() : row % shape.kernel();
    }

    private void gather(int row, float[] image, float[] block, int offset) {
        int base = channel(row) * channelLength;
        if (!inRuns) {
            gather(places[place(row)], image, base, block, offset);
            return;
        }
        WindowAxis horizontal = shape.horizontal();
        int ky = place(row) / horizontal.kernel();
        int kx = place(row) % horizontal.kernel();
        int from = horizontal.first(kx);
        int count = horizontal.end(kx) - from;
        int firstRow = shape.vertical().first(ky);
        int endRow = shape.vertical().end(ky);
        if (count < horizontal.windows() || endRow - firstRow < shape.vertical().windows()) {
            Arrays.fill(block, offset, offset + windows, 0);
        }
        // A part of the kernel may lie beside the image in every window, at no place that could be copied from.
        for (int y = firstRow; count > 0 && y < endRow; y++) {
            int source = base + shape.vertical().position(y, ky) * horizontal.size() + horizontal.position(from, kx);
            System.arraycopy(image, source, block, offset + y * horizontal.windows() + from, count);
        }
    }

    private static void gather(int[] places, float[] image, int base, float[] block, int offset) {
        for (int i = 0; i < places.length; i++) {
            block[offset + i] = image[base + places[i]];
        }
    }

    private void scatter(int row, float[] block, int offset, float[] image) {
        int base = channel(row) * channelLength;
        if (!inRuns) {
            scatter(places[place(row)], block, offset, image, base);
            return;
        }
        WindowAxis horizontal = shape.horizontal();
        int ky = place(row) / horizontal.kernel();
        int kx = place(row) % horizontal.kernel();
        int from = horizontal.first(kx);
        int count = horizontal.end(kx) - from;
        for (int y = shape.vertical().first(ky); y < shape.vertical().end(ky); y++) {
            int target = base + shape.vertical().position(y, ky) * horizontal.size() + horizontal.position(from, kx);
            add(block, offset + y * horizontal.windows() + from, image, target, count);
        }
    }

    private static void scatter(int[] places, float[] block, int offset, float[] image, int base) {
        for (int i = 0; i < places.length; i++) {
            image[base + places[i]] += block[offset + i];
        }
    }

    private static void add(float[] from, int offset, float[] to, int target, int n) {
        for (int i = 0; i < n; i++) {
            to[target + i] += from[offset + i];
        }
    }
}
