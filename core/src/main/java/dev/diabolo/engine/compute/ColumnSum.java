package dev.diabolo.engine.compute;

/** The sum of a matrix's rows, times a constant; each piece computes some columns. */
public final class ColumnSum implements Kernel {
    private final FloatMemory matrix;
    private final FloatMemory result;
    private final int rows;
    private final int columns;
    private final float factor;
    private final int[] starts;

    /**
     * @param matrix {@code [rows, columns]}
     * @param result {@code [columns]}
     * @param starts the column at which each piece begins, and the number of columns
     */
    public ColumnSum(FloatMemory matrix, FloatMemory result, int rows, float factor, int[] starts) {
        this.matrix = matrix;
        this.result = result;
        this.rows = rows;
        this.columns = starts[starts.length - 1];
        this.factor = factor;
        this.starts = starts.clone();
    }

    @Override
    public int pieces() {
        return starts.length - 1;
    }

    @Override
    public void run(int piece, Scratch scratch) {
        for (int from = starts[piece]; from < starts[piece + 1]; from += Scratch.CHUNK) {
            sum(from, Math.min(Scratch.CHUNK, starts[piece + 1] - from), scratch);
        }
    }

    private void sum(int from, int width, Scratch scratch) {
        // Narrow rows lie one after the other, so that several can be added at once, and their sums at the end.
        int together = width == columns ? Math.min(rows, Scratch.CHUNK / columns) : 1;
        float[] sum = scratch.first;
        float[] part = scratch.second;
        matrix.read(from, sum, 0, together * width);
        for (int row = together; row < rows; row += together) {
            int n = Math.min(together, rows - row) * width;
            matrix.read(row * columns + from, part, 0, n);
            VectorMath.add(sum, part, sum, n);
        }
        for (int row = 1; row < together; row++) {
            System.arraycopy(sum, row * width, part, 0, width);
            VectorMath.add(sum, part, sum, width);
        }
        if (factor != 1) {
            VectorMath.multiply(sum, factor, sum, width);
        }
        result.write(from, sum, 0, width);
    }
}
