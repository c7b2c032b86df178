package dev.diabolo.cli;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;

/** A row that the user named. */
final class ExistingRow {
    private ExistingRow() {}

    /**
     * Its values.
     *
     * @param row from 0
     * @throws DiaboloException (USER) where there is no such row
     */
    static float[] read(Examples examples, int row) {
        if (row < 0 || row >= examples.size()) {
            throw DiaboloException.user(
                    "data.no-such-row", Problem.of("there is no row " + row).allowed("0 to " + (examples.size() - 1)));
        }
        return Pictures.read(examples, row);
    }
}
