package dev.diabolo.exchange.dl4j;

/**
 * The four blocks of a memory's arrays. Ours are those of ND4J's {@code lstmLayer}: input gate, forget gate, candidate, output gate.
 * Theirs are candidate, forget gate, output gate, input gate. Source: LSTMHelpers of Deeplearning4j 1.0.0-M2.1.
 */
final class LstmGates {
    static final int COUNT = 4;

    /** Which block of ours is each of theirs. */
    private static final int[] THEIRS = {2, 1, 3, 0};

    private LstmGates() {}

    /** Rows of our four blocks, with the blocks in their order. */
    static float[] theirs(float[] rows, int units) {
        float[] ordered = new float[rows.length];
        for (int block = 0; block < rows.length / units; block++) {
            int row = block / COUNT * COUNT;
            System.arraycopy(rows, (row + THEIRS[block % COUNT]) * units, ordered, block * units, units);
        }
        return ordered;
    }

    /** Rows of their four blocks, with the blocks in our order. */
    static float[] ours(float[] rows, int units) {
        float[] ordered = new float[rows.length];
        for (int block = 0; block < rows.length / units; block++) {
            int row = block / COUNT * COUNT;
            System.arraycopy(rows, block * units, ordered, (row + THEIRS[block % COUNT]) * units, units);
        }
        return ordered;
    }
}
