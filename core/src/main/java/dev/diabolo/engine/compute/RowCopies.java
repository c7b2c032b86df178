package dev.diabolo.engine.compute;

/** Each example's row several times, one behind the other; each piece does its examples. */
public final class RowCopies implements Kernel {
    private final FloatMemory source;
    private final FloatMemory target;
    private final int width;
    private final int count;
    private final int[] starts;

    /**
     * @param source {@code [n, width]}
     * @param target {@code [n count, width]}
     * @param starts the example at which each piece begins, and the number of examples
     */
    public RowCopies(FloatMemory source, FloatMemory target, int width, int count, int[] starts) {
        this.source = source;
        this.target = target;
        this.width = width;
        this.count = count;
        this.starts = starts.clone();
    }

    @Override
    public int pieces() {
        return starts.length - 1;
    }

    @Override
    public void run(int piece, Scratch scratch) {
        float[] row = scratch.buffer(width);
        for (int example = starts[piece]; example < starts[piece + 1]; example++) {
            source.read(example * width, row, 0, width);
            for (int copy = 0; copy < count; copy++) {
                target.write((example * count + copy) * width, row, 0, width);
            }
        }
    }
}
