package dev.diabolo.metrics;

/** Products row by row, in double precision: what measures are checked with. */
final class PlainProducts implements RowProducts {
    @Override
    public Prepared with(float[] right, int rows, int width) {
        float[] kept = right.clone();
        return (left, count, products) -> {
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < rows; j++) {
                    double sum = 0;
                    for (int k = 0; k < width; k++) {
                        sum += (double) left[i * width + k] * kept[j * width + k];
                    }
                    products[i * rows + j] = (float) sum;
                }
            }
        };
    }

    /** Rows of normal numbers. */
    static float[][] normal(int rows, int width, double mean, double deviation, long seed) {
        java.util.Random random = new java.util.Random(seed);
        float[][] values = new float[rows][width];
        for (float[] row : values) {
            for (int j = 0; j < width; j++) {
                row[j] = (float) (mean + deviation * random.nextGaussian());
            }
        }
        return values;
    }
}
