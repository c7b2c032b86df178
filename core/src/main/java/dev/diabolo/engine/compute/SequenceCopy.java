package dev.diabolo.engine.compute;

/** Copies a batch of sequences from one order to another; each piece copies its examples. */
public final class SequenceCopy implements Kernel {
    private final FloatMemory source;
    private final SequenceOrder from;
    private final FloatMemory target;
    private final SequenceOrder to;
    private final CellShape shape;

    /**
     * @param shape with the width of the sequences as its units
     */
    public SequenceCopy(FloatMemory source, SequenceOrder from, FloatMemory target, SequenceOrder to, CellShape shape) {
        this.source = source;
        this.from = from;
        this.target = target;
        this.to = to;
        this.shape = shape;
    }

    @Override
    public int pieces() {
        return shape.pieces();
    }

    @Override
    public void run(int piece, Scratch scratch) {
        int width = shape.units();
        int size = width * shape.time();
        float[] buffer = scratch.buffer(2 * size);
        boolean transpose = (from == SequenceOrder.TIME_LAST) != (to == SequenceOrder.TIME_LAST);
        for (int example = 0; example < shape.examples(piece); example++) {
            int whole = (shape.first(piece) + example) * size;
            if (from == SequenceOrder.BY_STEPS) {
                for (int step = 0; step < shape.time(); step++) {
                    source.read((shape.row(piece, step) + example) * width, buffer, step * width, width);
                }
            } else {
                source.read(whole, buffer, 0, size);
            }
            if (transpose) {
                boolean rowsAreSteps = from != SequenceOrder.TIME_LAST;
                transpose(buffer, rowsAreSteps ? shape.time() : width, rowsAreSteps ? width : shape.time());
            }
            int begin = transpose ? size : 0;
            if (to == SequenceOrder.BY_STEPS) {
                for (int step = 0; step < shape.time(); step++) {
                    target.write((shape.row(piece, step) + example) * width, buffer, begin + step * width, width);
                }
            } else {
                target.write(whole, buffer, begin, size);
            }
        }
    }

    /** Writes the transpose of the matrix at the beginning behind it. */
    private static void transpose(float[] buffer, int rows, int columns) {
        int size = rows * columns;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                buffer[size + column * rows + row] = buffer[row * columns + column];
            }
        }
    }
}
