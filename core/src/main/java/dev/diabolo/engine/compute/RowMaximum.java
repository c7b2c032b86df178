package dev.diabolo.engine.compute;

/** The greatest value of each row; each piece does the rows of its examples. */
public final class RowMaximum implements Kernel {
    private final FloatMemory source;
    private final FloatMemory target;
    private final int width;
    private final int rows;
    private final int[] starts;

    /**
     * @param source {@code [n rows, width]}
     * @param target {@code [n rows]}
     * @param rows of each example
     * @param starts the example at which each piece begins, and the number of examples
     */
    public RowMaximum(FloatMemory source, FloatMemory target, int width, int rows, int[] starts) {
        this.source = source;
        this.target = target;
        this.width = width;
        this.rows = rows;
        this.starts = starts.clone();
    }

    @Override
    public int pieces() {
        return starts.length - 1;
    }

    @Override
    public void run(int piece, Scratch scratch) {
        float[] row = scratch.buffer(width);
        float[] result = scratch.first;
        int end = starts[piece + 1] * rows;
        for (int from = starts[piece] * rows; from < end; from += Scratch.CHUNK) {
            int n = Math.min(Scratch.CHUNK, end - from);
            for (int i = 0; i < n; i++) {
                source.read((from + i) * width, row, 0, width);
                result[i] = greatest(row, width);
            }
            target.write(from, result, 0, n);
        }
    }

    private static float greatest(float[] row, int width) {
        float greatest = row[0];
        for (int i = 1; i < width; i++) {
            greatest = Math.max(greatest, row[i]);
        }
        return greatest;
    }
}
