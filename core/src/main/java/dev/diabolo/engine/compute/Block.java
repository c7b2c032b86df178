package dev.diabolo.engine.compute;

/**
 * What a recurrent layer computes at once: some examples of a piece with all their units, or some units of one example, in one
 * step.
 *
 * @param example the first, counted from the piece's first
 * @param unit the first
 */
record Block(CellShape shape, int piece, int step, int example, int unit) {
    int examples() {
        return Math.min(shape.examplesAtOnce(), shape.examples(piece) - example);
    }

    private int width() {
        return Math.min(shape.unitsAtOnce(), shape.units() - unit);
    }

    /** The number of values for each gate. */
    int length() {
        return examples() * width();
    }

    /** Where its values of a step begin in an array by steps with a row of units for each example. */
    int place(int ofStep) {
        return (shape.row(piece, ofStep) + example) * shape.units() + unit;
    }

    /** Where its values begin in an array of the batch's order with a row of units for each example. */
    int placeInBatch() {
        return (shape.first(piece) + example) * shape.units() + unit;
    }

    /** Where a gate's values begin where they lie gate by gate. */
    int gate(int gate) {
        int block = (shape.row(piece, step) + example) * CellShape.GATES * shape.units();
        return block + gate * examples() * shape.units() + unit;
    }

    /** Reads a gate's values from rows that hold all gates of an example. */
    void readRows(FloatMemory memory, int gate, float[] target) {
        int width = width();
        for (int i = 0; i < examples(); i++) {
            memory.read(row(i, gate), target, i * width, width);
        }
    }

    /** Writes a gate's values to rows that hold all gates of an example. */
    void writeRows(FloatMemory memory, int gate, float[] source) {
        int width = width();
        for (int i = 0; i < examples(); i++) {
            memory.write(row(i, gate), source, i * width, width);
        }
    }

    private int row(int index, int gate) {
        return ((shape.row(piece, step) + example + index) * CellShape.GATES + gate) * shape.units() + unit;
    }
}
