package dev.diabolo.plugins.vanilla.loss;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.TensorSpec;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Weighted means over a Gaussian window at every place where it lies within an image. The window is a product of a column and
 * a row, so a mean is two matrix products with band matrices.
 */
final class GaussianWindow {
    private final long planes;
    private final long height;
    private final long width;
    private final int rows;
    private final int columns;
    private final SDVariable down;
    private final SDVariable across;

    /**
     * Makes the band matrices.
     *
     * @param image shape {@code [channels, height, width]} or {@code [height, width]}
     */
    GaussianWindow(GraphScope scope, StructuralSimilarityOptions options, TensorSpec image) {
        int rank = image.rank();
        this.height = image.dimension(rank - 2);
        this.width = image.dimension(rank - 1);
        this.planes = image.size() / (height * width);
        int windowHeight = (int) Math.min(options.window(), height);
        int windowWidth = (int) Math.min(options.window(), width);
        this.rows = (int) height - windowHeight + 1;
        this.columns = (int) width - windowWidth + 1;
        this.down = scope.constant(band(windowHeight, rows, options.deviation()), height, rows);
        this.across = scope.constant(band(windowWidth, columns, options.deviation()), width, columns);
    }

    /** The places of the window, for each channel; columns before rows. */
    TensorSpec places() {
        return TensorSpec.of(planes, columns, rows);
    }

    /** The weighted means; {@code [batch, image...] -> [batch, places...]}. */
    SDVariable mean(SDVariable images) {
        SDVariable alongRows = images.reshape(-1, width).mmul(across).reshape(-1, height, columns);
        SDVariable turned = alongRows.permute(0, 2, 1).reshape(-1, height);
        return turned.mmul(down).reshape(-1, planes, columns, rows);
    }

    /** A matrix {@code [places + size - 1, places]} whose columns hold the window at each place; each sums to one. */
    private static double[] band(int size, int places, double deviation) {
        double[] weights = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            double distance = (i - (size - 1) / 2.0) / deviation;
            weights[i] = Math.exp(-0.5 * distance * distance);
            sum += weights[i];
        }
        double[] band = new double[(places + size - 1) * places];
        for (int place = 0; place < places; place++) {
            for (int i = 0; i < size; i++) {
                band[(place + i) * places + place] = weights[i] / sum;
            }
        }
        return band;
    }
}
