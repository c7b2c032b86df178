package dev.diabolo.metrics;

import dev.diabolo.spi.data.Examples;
import java.util.stream.IntStream;

/**
 * Mean and covariance of examples, in double precision, read block by block: twice in all, so that values far from zero cost no
 * digits. The same bits for any number of threads.
 *
 * @param mean of each value
 * @param matrix symmetric; divided by the number of examples
 */
record Covariance(double[] mean, double[][] matrix) {
    /** Examples that are held at a time; a multiple of {@link #TOGETHER}. */
    private static final int BLOCK = 512;
    /** Examples added in one pass over a row of the matrix: sums are read and written that much less often. */
    private static final int TOGETHER = 4;

    static Covariance of(Examples examples) {
        int width = examples.spec().size();
        double[] mean = mean(examples, width);
        double[][] matrix = new double[width][width];
        double[][] block = new double[BLOCK][width];
        float[] row = new float[width];
        for (int first = 0; first < examples.size(); first += BLOCK) {
            for (int i = 0; i < BLOCK; i++) {
                boolean there = first + i < examples.size();
                if (there) {
                    examples.read(first + i, row, 0);
                }
                for (int j = 0; j < width; j++) {
                    block[i][j] = there ? row[j] - mean[j] : 0;
                }
            }
            IntStream.range(0, width).parallel().forEach(i -> add(block, i, matrix[i]));
        }
        complete(matrix, examples.size());
        return new Covariance(mean, matrix);
    }

    private static double[] mean(Examples examples, int width) {
        double[] mean = new double[width];
        float[] row = new float[width];
        for (int i = 0; i < examples.size(); i++) {
            examples.read(i, row, 0);
            for (int j = 0; j < width; j++) {
                mean[j] += row[j];
            }
        }
        for (int j = 0; j < width; j++) {
            mean[j] /= examples.size();
        }
        return mean;
    }

    /** Adds the products of one value with those after it. */
    private static void add(double[][] block, int value, double[] sums) {
        for (int i = 0; i < BLOCK; i += TOGETHER) {
            double[] a = block[i];
            double[] b = block[i + 1];
            double[] c = block[i + 2];
            double[] d = block[i + 3];
            double first = a[value];
            double second = b[value];
            double third = c[value];
            double fourth = d[value];
            for (int j = value; j < sums.length; j++) {
                sums[j] += first * a[j] + second * b[j] + third * c[j] + fourth * d[j];
            }
        }
    }

    private static void complete(double[][] matrix, int examples) {
        for (int i = 0; i < matrix.length; i++) {
            for (int j = i; j < matrix.length; j++) {
                matrix[i][j] /= examples;
                matrix[j][i] = matrix[i][j];
            }
        }
    }
}
