package dev.diabolo.data;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;

/** A number in a cell of a text file. */
final class CsvCell {
    private CsvCell() {}

    /**
     * The number.
     *
     * @param place for messages
     * @throws DiaboloException (USER) where it is none, or not finite
     */
    static float number(String cell, String place) {
        String text = cell.strip();
        if (CsvNumber.isNumber(text)) {
            float value = CsvNumber.parse(text);
            if (Float.isFinite(value)) {
                return value;
            }
        } else if (!CsvNumber.isNotFiniteWord(text)) {
            throw DiaboloException.user(
                    "data.not-a-number",
                    Problem.of(text.isEmpty() ? "the cell is empty" : "'" + text + "' is not a number")
                            .at(place)
                            .allowed("numbers with a decimal point, as in -1.5e-3")
                            .remedy(
                                    "drop or encode the column, and fill empty cells, before training; lines of text are read with"
                                            + " data.reader=text, and sequences with data.reader=sequences"));
        }
        throw DataErrors.notFinite(place, text);
    }
}
