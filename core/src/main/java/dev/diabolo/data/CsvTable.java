package dev.diabolo.data;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.TensorSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Collects the records of a CSV file into examples; the first record decides about header and columns. */
final class CsvTable {
    private static final String LABEL = "label";

    private final String where;
    private final ValueSpool values;
    private final FloatList labels = new FloatList(16);
    private List<String> header = List.of();
    private int columns;
    private int labelColumn = -1;

    CsvTable(String where, ValueSpool values) {
        this.where = where;
        this.values = values;
    }

    void add(CsvRecord row) throws IOException {
        if (isBlank(row)) {
            return;
        }
        if (columns == 0) {
            begin(row);
        } else {
            addValues(row);
        }
    }

    Examples examples() throws IOException {
        int width = labelColumn < 0 ? columns : columns - 1;
        if (values.size() == 0) {
            throw DataErrors.empty(where);
        }
        return values.examples(TensorSpec.of(width), labelColumn < 0 ? null : wholeLabels());
    }

    private int[] wholeLabels() {
        float[] read = labels.toArray();
        int[] whole = new int[read.length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = (int) read[i];
        }
        return whole;
    }

    private void begin(CsvRecord row) throws IOException {
        columns = row.getFieldCount();
        if (isHeader(row)) {
            header = row.getFields().stream().map(String::strip).toList();
            labelColumn = labelColumn(row);
        } else {
            addValues(row);
        }
    }

    /** Names without any number among them, or a column called label; a stray text among numbers is a mistake. */
    private static boolean isHeader(CsvRecord row) {
        List<String> cells = row.getFields().stream().map(String::strip).toList();
        return cells.stream().anyMatch(LABEL::equalsIgnoreCase)
                || (cells.stream().noneMatch(cell -> CsvNumber.isNumber(cell) || CsvNumber.isNotFiniteWord(cell))
                        && cells.stream().anyMatch(cell -> !cell.isEmpty()));
    }

    /** See {@link CsvFile#names}. */
    static List<String> names(CsvRecord first) {
        List<String> names = first.getFields().stream()
                .map(String::strip)
                .filter(name -> !LABEL.equalsIgnoreCase(name))
                .toList();
        return new CsvRow(names, "").isHeader() ? names : List.of();
    }

    private int labelColumn(CsvRecord row) {
        List<Integer> found = new ArrayList<>();
        for (int column = 0; column < header.size(); column++) {
            if (header.get(column).equalsIgnoreCase(LABEL)) {
                found.add(column);
            }
        }
        if (found.size() > 1 || (found.size() == 1 && columns == 1)) {
            throw DiaboloException.user(
                    "data.bad-header",
                    Problem.of("there are " + columns + " columns and " + found.size() + " called " + LABEL)
                            .at(line(row))
                            .allowed("one such column, and at least one other"));
        }
        return found.isEmpty() ? -1 : found.get(0);
    }

    private void addValues(CsvRecord row) throws IOException {
        if (row.getFieldCount() != columns) {
            throw DiaboloException.user(
                    "data.ragged-row",
                    Problem.of("expected " + columns + " columns, found " + row.getFieldCount())
                            .at(line(row))
                            .remedy("give every row the same number of columns"));
        }
        for (int column = 0; column < columns; column++) {
            float number = number(row, column);
            if (column == labelColumn) {
                labels.add(Labels.whole(number, line(row)));
            } else {
                values.add(number);
            }
        }
    }

    private float number(CsvRecord row, int column) {
        return CsvCell.number(row.getField(column), line(row) + ", column " + columnName(column));
    }

    private String columnName(int column) {
        String number = Integer.toString(column + 1);
        return header.isEmpty() ? number : number + " (" + header.get(column) + ")";
    }

    private String line(CsvRecord row) {
        return where + ":" + row.getStartingLineNumber();
    }

    static boolean isBlank(CsvRecord row) {
        return row.getFieldCount() == 1 && row.getField(0).isBlank();
    }
}
