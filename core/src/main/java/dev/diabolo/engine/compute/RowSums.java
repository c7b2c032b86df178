package dev.diabolo.engine.compute;

/** The sum of each example's rows, which lie one behind the other; each piece does its examples. */
public final class RowSums implements Kernel {
    private final FloatMemory source;
    private final FloatMemory target;
    private final int width;
    private final int count;
    private final int[] starts;

    /**
     * @param source {@code [n count, width]}
     * @param target {@code [n, width]}
     * @param starts the example at which each piece begins, and the number of examples
     */
    public RowSums(FloatMemory source, FloatMemory target, int width, int count, int[] starts) {
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
        float[] sum = scratch.first;
        float[] part = scratch.second;
        for (int example = starts[piece]; example < starts[piece + 1]; example++) {
            for (int from = 0; from < width; from += Scratch.CHUNK) {
                int n = Math.min(Scratch.CHUNK, width - from);
                source.read(example * count * width + from, sum, 0, n);
                for (int row = 1; row < count; row++) {
                    source.read((example * count + row) * width + from, part, 0, n);
                    VectorMath.add(sum, part, sum, n);
                }
                target.write(example * width + from, sum, 0, n);
            }
        }
    }
}
