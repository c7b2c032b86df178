package dev.diabolo.engine;

import dev.diabolo.engine.compute.FloatMemory;
import dev.diabolo.engine.compute.MatrixProduct;
import dev.diabolo.engine.compute.Scratch;

/**
 * The products of any rows with rows that it holds, by BLAS, in single precision. Safe for any number of threads. Its native memory
 * is freed when nothing refers to it any more.
 */
public final class RowProduct {
    private final FloatMemory right;
    private final int rows;
    private final int width;

    /**
     * @param right {@code [rows, width]}, row by row; copied
     */
    public RowProduct(float[] right, int rows, int width) {
        Backend.load();
        this.right = memory(right, rows * width);
        this.rows = rows;
        this.width = width;
    }

    private static FloatMemory memory(float[] values, int count) {
        FloatMemory memory = FloatMemory.allocate(count);
        memory.write(0, values, 0, count);
        return memory;
    }

    /**
     * Every left row times every right row, on the calling thread.
     *
     * @param left {@code [count, width]}, row by row
     * @param products receives {@code [count, rows]}
     */
    public void multiply(float[] left, int count, float[] products) {
        FloatMemory factor = memory(left, count * width);
        FloatMemory result = FloatMemory.allocate(count * rows);
        MatrixProduct.Factors[] factors = {new MatrixProduct.Factors(factor, false, right, true, width)};
        Backend.confineToCallingThread();
        MatrixProduct.byRows(factors, result, rows, new int[] {0, count}).run(0, new Scratch());
        result.read(0, products, 0, count * rows);
    }
}
