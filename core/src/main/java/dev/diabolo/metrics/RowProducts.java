package dev.diabolo.metrics;

/** Makes products of rows, with whatever routine is fast: measures need some billions of them. */
@FunctionalInterface
public interface RowProducts {
    /**
     * Takes one side of the products.
     *
     * @param right {@code [rows, width]}, row by row; not kept
     */
    Prepared with(float[] right, int rows, int width);

    /** Safe for any number of threads. */
    @FunctionalInterface
    interface Prepared {
        /**
         * The products of every left row with every right row.
         *
         * @param left {@code [count, width]}, row by row
         * @param products receives {@code [count, rows]}
         */
        void multiply(float[] left, int count, float[] products);
    }
}
