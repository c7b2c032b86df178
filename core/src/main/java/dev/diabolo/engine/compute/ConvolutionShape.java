package dev.diabolo.engine.compute;

/**
 * The sizes of a convolution from images {@code [channels, height, width]} to maps {@code [maps, rows, columns]}, or of a
 * transposed one from maps to images.
 *
 * <p>With the <em>column matrix</em> of an image, {@code [channels * kernel height * kernel width, rows * columns]}, whose
 * columns are the windows, the maps are the weights' matrix times the column matrix.
 *
 * @param maps the number of maps
 */
public record ConvolutionShape(int channels, int maps, WindowAxis vertical, WindowAxis horizontal, WeightOrder order) {
    /** How weights lie in memory. */
    public enum WeightOrder {
        /** {@code [kernel height, kernel width, channels, maps]}. */
        KERNEL_CHANNELS_MAPS(false, true),
        /** {@code [maps, channels, kernel height, kernel width]}. */
        MAPS_CHANNELS_KERNEL(true, false),
        /** {@code [maps, kernel height, kernel width, channels]}. */
        MAPS_KERNEL_CHANNELS(true, true);

        private final boolean mapsFirst;
        private final boolean channelsInner;

        WeightOrder(boolean mapsFirst, boolean channelsInner) {
            this.mapsFirst = mapsFirst;
            this.channelsInner = channelsInner;
        }

        /** Whether the weights' matrix has a row for each map; else for each value of a window. */
        boolean mapsFirst() {
            return mapsFirst;
        }

        /** Whether the channels of one place in the window follow each other. */
        boolean channelsInner() {
            return channelsInner;
        }
    }

    /** Values in a channel of an image. */
    int plane() {
        return vertical.size() * horizontal.size();
    }

    public int imageLength() {
        return channels * plane();
    }

    /** Windows in an image. */
    public int windows() {
        return vertical.windows() * horizontal.windows();
    }

    public int mapsLength() {
        return maps * windows();
    }

    /** Values in one channel of a window. */
    int kernel() {
        return vertical.kernel() * horizontal.kernel();
    }

    /** Values in a window, which are the rows of the column matrix. */
    int windowLength() {
        return channels * kernel();
    }

    public int weights() {
        return maps * windowLength();
    }

    /** Whether the column matrix is the image as it is. */
    boolean plain() {
        return vertical.plain() && horizontal.plain();
    }
}
