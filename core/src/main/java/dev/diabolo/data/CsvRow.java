package dev.diabolo.data;

import java.util.List;

/**
 * A row of a text file.
 *
 * @param cells as they are written, without blanks around them
 * @param place file and line, for messages
 */
public record CsvRow(List<String> cells, String place) {
    public CsvRow {
        cells = List.copyOf(cells);
    }

    /** Whether these are names: no cell is a number. */
    public boolean isHeader() {
        return cells.stream().noneMatch(cell -> CsvNumber.isNumber(cell) || CsvNumber.isNotFiniteWord(cell))
                && cells.stream().anyMatch(cell -> !cell.isEmpty());
    }

    /** Whether the cell in a column is a number, or a word for one that is not finite. */
    public boolean isNumber(int column) {
        return CsvNumber.isNumber(cells.get(column)) || CsvNumber.isNotFiniteWord(cells.get(column));
    }

    /**
     * The number in a column.
     *
     * @param name of the column, for messages
     * @throws dev.diabolo.spi.error.DiaboloException (USER) where it is none, or not finite
     */
    public float number(int column, String name) {
        return CsvCell.number(cells.get(column), place + ", column " + name);
    }

    /** The whole number in a column. */
    public int label(int column, String name) {
        return Labels.whole(number(column, name), place);
    }
}
