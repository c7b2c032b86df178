package dev.diabolo.engine.compute;

/** The sum of a matrix's rows, times a constant; each piece computes some columns. */
public final class ColumnSum implements Kernel {
    private final FloatMemory matrix;
    private final FloatMemory result;
    private final int rows;
    private final int columns;
    private final float factor;

    /**
     * @param matrix {@code [rows, columns]}
     * @param result {@code [columns]}
     */
    public ColumnSum(FloatMemory matrix, FloatMemory result, int rows, int columns, float factor) {
        this.matrix = matrix;
        this.result = result;
        this.rows = rows;
        this.columns = columns;
        this.factor = factor;
    }

    @Override
    public int pieces() {
        return (columns + Scratch.CHUNK - 1) / Scratch.CHUNK;
    }

    @Override
    public void run(int piece, Scratch scratch) {
        int from = piece * Scratch.CHUNK;
        int n = Math.min(Scratch.CHUNK, columns - from);
        float[] sum = scratch.first;
        float[] row = scratch.second;
        matrix.read(from, sum, 0, n);
        for (int i = 1; i < rows; i++) {
            matrix.read(i * columns + from, row, 0, n);
            VectorMath.add(sum, row, sum, n);
        }
        if (factor != 1) {
            VectorMath.multiply(sum, factor, sum, n);
        }
        result.write(from, sum, 0, n);
    }
}
