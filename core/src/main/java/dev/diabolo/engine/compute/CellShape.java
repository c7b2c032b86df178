package dev.diabolo.engine.compute;

/**
 * The sizes of a recurrent layer, and how its arrays lie in memory. An array "by steps" holds, for each piece of the batch,
 * one step after the other, and in a step the piece's examples: what a piece does in a step is one block.
 *
 * @param units of the layer
 * @param time number of steps
 * @param starts the example at which each piece begins, and the number of examples
 */
public record CellShape(int units, int time, int[] starts) {
    /** The order of the gates, of which the candidate counts as one, among a layer's columns. */
    static final int INPUT = 0;

    static final int FORGET = 1;
    static final int CANDIDATE = 2;
    static final int OUTPUT = 3;
    static final int GATES = 4;

    int pieces() {
        return starts.length - 1;
    }

    int first(int piece) {
        return starts[piece];
    }

    int examples(int piece) {
        return starts[piece + 1] - starts[piece];
    }

    /** The row of an array by steps at which a piece's step begins. */
    int row(int piece, int step) {
        return time * first(piece) + step * examples(piece);
    }

    /** How many units of an example are computed at a time. */
    int unitsAtOnce() {
        return Math.min(units, Scratch.CHUNK);
    }

    /** How many examples are computed at a time: more than one only where all their units are. */
    int examplesAtOnce() {
        return units < Scratch.CHUNK ? Scratch.CHUNK / units : 1;
    }
}
