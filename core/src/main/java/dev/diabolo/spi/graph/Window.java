package dev.diabolo.spi.graph;

/**
 * What a convolution moves over an image, and how far in each step. Sequences are images of height 1.
 *
 * @param height at least 1, in places
 * @param width at least 1
 * @param rowStride places from one window to the one below it, at least 1
 * @param columnStride places from one window to the next, at least 1
 */
public record Window(int height, int width, int rowStride, int columnStride) {
    public Window {
        if (height < 1 || width < 1 || rowStride < 1 || columnStride < 1) {
            throw new IllegalArgumentException("a window and its strides are at least 1, not " + height + "x" + width
                    + " and " + rowStride + ", " + columnStride);
        }
    }

    /** The same for rows and columns. */
    public static Window ofImages(int kernel, int stride) {
        return new Window(kernel, kernel, stride, stride);
    }

    /** Along the columns only. */
    public static Window ofSequences(int kernel, int stride) {
        return new Window(1, kernel, 1, stride);
    }

    /** The same window at every place. */
    public Window atEveryPlace() {
        return new Window(height, width, 1, 1);
    }

    /**
     * The shape of a convolution's result: height and width are divided by the strides, rounding up.
     *
     * @param image {@code [channels, height, width]}
     * @param maps channels of the result
     */
    public TensorSpec convolved(TensorSpec image, long maps) {
        return TensorSpec.of(maps, divided(image.dimension(1), rowStride), divided(image.dimension(2), columnStride));
    }

    /** Whether it is no larger than an image {@code [channels, height, width]}. */
    public boolean fits(TensorSpec image) {
        return height <= image.dimension(1) && width <= image.dimension(2);
    }

    private static long divided(long side, int stride) {
        return (side + stride - 1) / stride;
    }

    /** As a user would say it: {@code 3x3}. */
    @Override
    public String toString() {
        return height + "x" + width;
    }
}
