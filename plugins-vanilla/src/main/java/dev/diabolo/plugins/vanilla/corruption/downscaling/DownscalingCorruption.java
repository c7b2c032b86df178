package dev.diabolo.plugins.vanilla.corruption.downscaling;

import dev.diabolo.plugins.vanilla.corruption.ImageAxes;
import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;

/** See {@link DownscalingCorruptionProvider}. */
record DownscalingCorruption(DownscalingCorruptionOptions options) implements Corruption {
    @Override
    public void requireSupported(TensorSpec data) {
        if (data.rank() != 3
                || data.dimension(1) % options.factor() != 0
                || data.dimension(2) % options.factor() != 0) {
            throw DiaboloException.user(
                    "corruption.indivisible",
                    Problem.of("data of shape " + data + " cannot be scaled down by " + options.factor())
                            .allowed("images, of shape [channels, height, width], with sides that are multiples of "
                                    + options.factor())
                            .remedy("choose another factor"));
        }
    }

    @Override
    public Tensor corrupt(GraphScope scope, Tensor data) {
        Tensor wide = ImageAxes.alongRows(scope, data, matrix((int) data.spec().dimension(2)));
        return ImageAxes.alongColumns(scope, wide, matrix((int) data.spec().dimension(1)));
    }

    /** U A: what each pixel takes of each. */
    private double[][] matrix(int length) {
        double[][] matrix = new double[length][length];
        for (int to = 0; to < length; to++) {
            double place = (to + 0.5) / options.factor() - 0.5;
            if (options.interpolation() == Interpolation.NEAREST) {
                addBlock(matrix[to], to / options.factor(), 1);
            } else {
                int before = (int) Math.floor(place);
                addBlock(matrix[to], before, 1 - (place - before));
                addBlock(matrix[to], before + 1, place - before);
            }
        }
        return matrix;
    }

    /** Adds a share of a block's average; beyond the edge that of the outermost. */
    private void addBlock(double[] row, int block, double share) {
        int nearest = Math.max(0, Math.min(row.length / options.factor() - 1, block));
        for (int i = 0; i < options.factor(); i++) {
            row[nearest * options.factor() + i] += share / options.factor();
        }
    }
}
