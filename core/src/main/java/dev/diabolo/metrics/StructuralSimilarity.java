package dev.diabolo.metrics;

import dev.diabolo.spi.graph.TensorSpec;

/**
 * The mean structural similarity of two images.
 *
 * <p><b>Shapes:</b> images {@code [channels, height, width]}, each side of at least {@value #WINDOW}.
 *
 * <p><b>Units:</b> from -1 to 1, which only equal images have.
 *
 * <p><b>Formula:</b> {@code (2 m_x m_y + C1) (2 s_xy + C2) / ((m_x^2 + m_y^2 + C1) (s_x^2 + s_y^2 + C2))}, with means, variances
 * and covariance in a Gaussian window of 11 by 11 with a deviation of 1.5, {@code C1 = (0.01 L)^2} and {@code C2 = (0.03 L)^2};
 * the mean over every place where the window lies wholly in the image, and over channels.
 *
 * <p><b>Source:</b> Wang, Bovik, Sheikh and Simoncelli, Image quality assessment: from error visibility to structural similarity,
 * IEEE Transactions on Image Processing 13, 2004, equations 13 to 17. Their program first halves large images; this doesn't.
 *
 * <p>Immutable, and safe for any number of threads.
 */
public final class StructuralSimilarity {
    /** The window's side. */
    public static final int WINDOW = 11;

    private static final double DEVIATION = 1.5;
    private static final double K1 = 0.01;
    private static final double K2 = 0.03;
    private static final double[] KERNEL = kernel();

    private final int channels;
    private final int height;
    private final int width;
    private final double c1;
    private final double c2;

    /**
     * @param spec of images that {@link #applies}
     * @param peak the largest value that the data can have, L
     * @throws IllegalArgumentException for other data
     */
    public StructuralSimilarity(TensorSpec spec, double peak) {
        if (!applies(spec)) {
            throw new IllegalArgumentException(spec + " has no room for a window of " + WINDOW);
        }
        this.channels = (int) spec.dimension(0);
        this.height = (int) spec.dimension(1);
        this.width = (int) spec.dimension(2);
        this.c1 = K1 * peak * K1 * peak;
        this.c2 = K2 * peak * K2 * peak;
    }

    /** Whether data are images that are large enough. */
    public static boolean applies(TensorSpec spec) {
        return spec.rank() == 3 && spec.dimension(1) >= WINDOW && spec.dimension(2) >= WINDOW;
    }

    private static double[] kernel() {
        double[] kernel = new double[WINDOW];
        double sum = 0;
        for (int i = 0; i < WINDOW; i++) {
            double distance = i - (WINDOW - 1) / 2.0;
            kernel[i] = Math.exp(-distance * distance / (2 * DEVIATION * DEVIATION));
            sum += kernel[i];
        }
        for (int i = 0; i < WINDOW; i++) {
            kernel[i] /= sum;
        }
        return kernel;
    }

    /** The similarity of two images, channel by channel and row by row. */
    public double of(float[] x, float[] y) {
        double sum = 0;
        for (int channel = 0; channel < channels; channel++) {
            sum += ofPlane(x, y, channel * height * width);
        }
        return sum / channels;
    }

    private double ofPlane(float[] x, float[] y, int from) {
        int size = height * width;
        double[] xs = new double[size];
        double[] ys = new double[size];
        double[] xx = new double[size];
        double[] yy = new double[size];
        double[] xy = new double[size];
        for (int i = 0; i < size; i++) {
            xs[i] = x[from + i];
            ys[i] = y[from + i];
            xx[i] = xs[i] * xs[i];
            yy[i] = ys[i] * ys[i];
            xy[i] = xs[i] * ys[i];
        }
        return mean(blur(xs), blur(ys), blur(xx), blur(yy), blur(xy));
    }

    private double mean(double[] xs, double[] ys, double[] xx, double[] yy, double[] xy) {
        double sum = 0;
        for (int i = 0; i < xs.length; i++) {
            double squares = xs[i] * xs[i] + ys[i] * ys[i];
            double product = xs[i] * ys[i];
            double covariance = xy[i] - product;
            double variances = xx[i] + yy[i] - squares;
            sum += (2 * product + c1) * (2 * covariance + c2) / ((squares + c1) * (variances + c2));
        }
        return sum / xs.length;
    }

    /** Means in the window at each place where it lies wholly in the plane: along rows, then along columns. */
    private double[] blur(double[] plane) {
        int columns = width - WINDOW + 1;
        int rows = height - WINDOW + 1;
        double[] along = new double[height * columns];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < columns; column++) {
                double sum = 0;
                for (int i = 0; i < WINDOW; i++) {
                    sum += KERNEL[i] * plane[row * width + column + i];
                }
                along[row * columns + column] = sum;
            }
        }
        double[] blurred = new double[rows * columns];
        for (int i = 0; i < WINDOW; i++) {
            for (int j = 0; j < blurred.length; j++) {
                blurred[j] += KERNEL[i] * along[i * columns + j];
            }
        }
        return blurred;
    }
}
