package dev.diabolo.plugins.vanilla.corruption;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import org.nd4j.autodiff.samediff.SDVariable;

/** Applies one linear map to every row, or to every column, of images {@code [batch, channels, height, width]}. */
public final class ImageAxes {
    private ImageAxes() {}

    /**
     * Maps every row.
     *
     * @param map {@code width x width}: pixel i becomes the sum of {@code map[i][j]} times pixel j
     */
    public static Tensor alongRows(GraphScope scope, Tensor images, double[][] map) {
        long width = images.spec().dimension(2);
        SDVariable rows = images.variable().reshape(-1, width);
        return images.with(
                rows.mmul(transposed(scope, map)).reshape(images.spec().batched(-1)));
    }

    /** Maps every column; see {@link #alongRows}. */
    public static Tensor alongColumns(GraphScope scope, Tensor images, double[][] map) {
        long channels = images.spec().dimension(0);
        long height = images.spec().dimension(1);
        long width = images.spec().dimension(2);
        SDVariable columns = images.variable().permute(0, 1, 3, 2).reshape(-1, height);
        SDVariable mapped = columns.mmul(transposed(scope, map)).reshape(-1, channels, width, height);
        return images.with(mapped.permute(0, 1, 3, 2));
    }

    private static SDVariable transposed(GraphScope scope, double[][] map) {
        int length = map.length;
        double[] values = new double[length * length];
        for (int to = 0; to < length; to++) {
            for (int from = 0; from < length; from++) {
                values[from * length + to] = map[to][from];
            }
        }
        return scope.constant(values, length, length);
    }
}
