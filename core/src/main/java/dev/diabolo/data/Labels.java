package dev.diabolo.data;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;

/** Labels: whole numbers that a 32-bit float holds exactly. */
final class Labels {
    /** Above this, a float skips whole numbers. */
    private static final int LARGEST = 1 << 24;

    private Labels() {}

    static int whole(float value, String where) {
        if (value != Math.rint(value) || Math.abs(value) > LARGEST) {
            throw DiaboloException.user(
                    "data.label-not-whole",
                    Problem.of("label " + value + " is not a whole number")
                            .at(where)
                            .allowed("whole numbers from " + -LARGEST + " to " + LARGEST));
        }
        return (int) value;
    }
}
