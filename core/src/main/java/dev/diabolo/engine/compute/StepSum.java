package dev.diabolo.engine.compute;

/** The sum over all steps of an array by steps; each piece does its examples. */
public final class StepSum implements Kernel {
    private final FloatMemory source;
    private final FloatMemory target;
    private final CellShape shape;

    /**
     * @param source by steps, {@code [n time, width]}
     * @param target {@code [n, width]}
     * @param shape with the width as its units
     */
    public StepSum(FloatMemory source, FloatMemory target, CellShape shape) {
        this.source = source;
        this.target = target;
        this.shape = shape;
    }

    @Override
    public int pieces() {
        return shape.pieces();
    }

    @Override
    public void run(int piece, Scratch scratch) {
        int size = shape.examples(piece) * shape.units();
        float[] sum = scratch.first;
        float[] part = scratch.second;
        for (int from = 0; from < size; from += Scratch.CHUNK) {
            int n = Math.min(Scratch.CHUNK, size - from);
            source.read(shape.row(piece, 0) * shape.units() + from, sum, 0, n);
            for (int step = 1; step < shape.time(); step++) {
                source.read(shape.row(piece, step) * shape.units() + from, part, 0, n);
                VectorMath.add(sum, part, sum, n);
            }
            target.write(shape.first(piece) * shape.units() + from, sum, 0, n);
        }
    }
}
