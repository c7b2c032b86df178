package dev.diabolo.engine.compute;

/**
 * How windows lie along one axis of an image.
 *
 * @param size of the image
 * @param windows how many there are
 * @param kernel values that each window covers
 * @param stride from one window to the next
 * @param padding values in front of the image that the first window covers
 * @param dilation from one value of a window to the next
 */
public record WindowAxis(int size, int windows, int kernel, int stride, int padding, int dilation) {
    /** Where the image's value lies that a window has at place {@code k}; outside the image for padding. */
    int position(int window, int k) {
        return window * stride + k * dilation - padding;
    }

    boolean contains(int position) {
        return position >= 0 && position < size;
    }

    /** The first window whose value at place {@code k} lies in the image. */
    int first(int k) {
        int window = 0;
        while (window < windows && position(window, k) < 0) {
            window++;
        }
        return window;
    }

    /** The window after the last whose value at place {@code k} lies in the image; {@link #first} where there is none. */
    int end(int k) {
        int window = windows;
        while (window > first(k) && position(window - 1, k) >= size) {
            window--;
        }
        return window;
    }

    /** Whether windows and values are the same. */
    boolean plain() {
        return kernel == 1 && stride == 1 && padding == 0 && windows == size;
    }
}
