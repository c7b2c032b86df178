package dev.diabolo.metrics;

import java.util.stream.IntStream;

/**
 * Squared Euclidean distances from any rows to some rows.
 *
 * <p><b>Formula:</b> {@code |x|^2 + |y|^2 - 2 x y}, the products in single precision, around the mean of the rows; at least 0.
 * The error of a distance is some 1e-6 of {@code |x|^2 + |y|^2}.
 *
 * <p>Immutable, and safe for any number of threads.
 */
final class SquaredDistances {
    /** Rows whose distances are held at a time by each thread. */
    private static final int BLOCK = 256;

    /** That a thread holds at a time: 16 MiB. */
    private static final int MOST_DISTANCES = 1 << 22;

    private final int width;
    private final float[] mean;
    private final double[] squares;
    private final RowProducts.Prepared products;

    /** What is done with the distances of one row; called from several threads, once for each row. */
    @FunctionalInterface
    interface Visitor {
        /**
         * @param row its number
         * @param distances to every row of the other side, at {@code offset} and after it
         */
        void visit(int row, float[] distances, int offset);
    }

    /**
     * @param rows at least one, all of one length
     */
    SquaredDistances(RowProducts products, float[][] rows) {
        this.width = rows[0].length;
        this.mean = mean(rows);
        this.squares = new double[rows.length];
        float[] packed = new float[Math.multiplyExact(rows.length, width)];
        for (int i = 0; i < rows.length; i++) {
            squares[i] = centre(rows[i], packed, i * width);
        }
        this.products = products.with(packed, rows.length, width);
    }

    private static float[] mean(float[][] rows) {
        double[] sums = new double[rows[0].length];
        for (float[] row : rows) {
            for (int j = 0; j < sums.length; j++) {
                sums[j] += row[j];
            }
        }
        float[] mean = new float[sums.length];
        for (int j = 0; j < sums.length; j++) {
            mean[j] = (float) (sums[j] / rows.length);
        }
        return mean;
    }

    /** Writes a row without the mean, and tells its square. */
    private double centre(float[] row, float[] target, int offset) {
        double square = 0;
        for (int j = 0; j < width; j++) {
            float value = row[j] - mean[j];
            target[offset + j] = value;
            square += (double) value * value;
        }
        return square;
    }

    /** How many rows distances go to. */
    int size() {
        return squares.length;
    }

    /** Computes the distances of rows, some on each thread. */
    void from(float[][] rows, Visitor visitor) {
        int size = Math.max(1, Math.min(BLOCK, MOST_DISTANCES / size()));
        int blocks = (rows.length + size - 1) / size;
        IntStream.range(0, blocks)
                .parallel()
                .forEach(block -> block(rows, block * size, Math.min(size, rows.length - block * size), visitor));
    }

    private void block(float[][] rows, int first, int count, Visitor visitor) {
        float[] left = new float[count * width];
        double[] own = new double[count];
        for (int i = 0; i < count; i++) {
            own[i] = centre(rows[first + i], left, i * width);
        }
        float[] distances = new float[Math.multiplyExact(count, size())];
        products.multiply(left, count, distances);
        for (int i = 0; i < count; i++) {
            int offset = i * size();
            for (int j = 0; j < size(); j++) {
                distances[offset + j] = (float) Math.max(0, own[i] + squares[j] - 2 * distances[offset + j]);
            }
            visitor.visit(first + i, distances, offset);
        }
    }
}
