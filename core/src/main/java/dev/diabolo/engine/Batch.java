package dev.diabolo.engine;

import dev.diabolo.spi.data.Examples;

/**
 * The examples of one step.
 *
 * @param examples where they are
 * @param numbers which of them, in order
 */
@SuppressWarnings("ArrayRecordComponent")
record Batch(Examples examples, int[] numbers) {
    int size() {
        return numbers.length;
    }
}
